package peel.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import peel.query.Jdbc;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;

/** An import that changed something. */
@Entity
@Table(name = "dataset_revision")
public class DatasetRevision extends PanacheEntityBase {

    static final RowType<DatasetRevision> ROWS = RowType.of("dataset_revision d", DatasetRevision::read);

    /** Counted from 1. */
    @Id
    public int revision;

    @Column(name = "imported_at", insertable = false)
    public OffsetDateTime importedAt;

    /** Never repeated, unlike the number. */
    @Column(insertable = false)
    public UUID identity;

    /** The name of what was imported: "bundled dataset", or a folder. */
    public String origin;

    /** Empty before the first import. */
    public static Optional<DatasetRevision> latest() {
        return Rows.of(ROWS, "from dataset_revision d order by d.revision desc limit 1", Map.of()).stream()
                .findFirst();
    }

    /** The same in the transaction of a connection. */
    public static Optional<DatasetRevision> latest(Connection connection) throws SQLException {
        return Jdbc.first(
                connection,
                "select revision, imported_at, identity, origin from dataset_revision order by revision desc limit 1",
                row -> {
                    DatasetRevision revision = RowType.unmanaged(new DatasetRevision());
                    revision.revision = row.getInt("revision");
                    revision.importedAt = row.getObject("imported_at", OffsetDateTime.class);
                    revision.identity = row.getObject("identity", UUID.class);
                    revision.origin = row.getString("origin");
                    return revision;
                });
    }

    private static DatasetRevision read(Row row) throws SQLException {
        DatasetRevision revision = RowType.unmanaged(new DatasetRevision());
        revision.revision = row.intValue("revision");
        revision.importedAt = row.timestamp("imported_at");
        revision.identity = row.uuid("identity");
        revision.origin = row.text("origin");
        return revision;
    }
}
