package peel.download;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.ClientProxy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.download.table.DataState;
import peel.download.table.Table;
import peel.download.table.Tables;
import peel.execution.ExecutionConfig;
import peel.execution.RevisionWatch;
import peel.execution.error.DatabaseUnavailableException;
import peel.query.Deadline;
import peel.query.RevisionCheck;

/** How many rows the tables have that can be downloaded; counted once for each state of the data. */
@Singleton
public class TableSizes {

    private final AgroalDataSource database;
    private final RevisionWatch revisions;
    private final ExecutionConfig config;
    private final Downloads downloads;

    private volatile @Nullable Sizes latest;

    TableSizes(AgroalDataSource database, RevisionWatch revisions, ExecutionConfig config, Downloads downloads) {
        this.database = ClientProxy.unwrap(database);
        this.revisions = revisions;
        this.config = config;
        this.downloads = downloads;
    }

    /**
     * The sizes in one state.
     *
     * @param rows by the name of the table
     */
    public record Sizes(DataState state, Map<String, Long> rows) {}

    /** Whether anything can be downloaded. */
    public boolean areDownloadable() {
        return downloads.areOn();
    }

    /**
     * The sizes in the current state. May wait for the database.
     *
     * @throws DatabaseUnavailableException if they cannot be counted
     */
    public Sizes current() {
        Sizes known = latest;
        if (known != null && known.state.identity().equals(revisions.current())) {
            return known;
        }
        Deadline deadline = Deadline.after(config.timeout());
        try (Connection connection = deadline.connect(database::getConnection)) {
            try {
                connection.setAutoCommit(false);
                new RevisionCheck(deadline).beginSnapshot(connection);
                Sizes counted = new Sizes(DataState.read(connection), rows(connection));
                latest = counted;
                return counted;
            } finally {
                connection.rollback();
                Deadline.release(connection);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }

    private static Map<String, Long> rows(Connection connection) throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (Table table : Tables.ALL) {
            rows.put(table.name(), table.rows(connection));
        }
        return rows;
    }
}
