package peel.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Jdbc;
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.Selection;

/** An import that changed something. */
@Entity
@Table(name = "dataset_revision")
@Description("A state of the data: an import that changed something.")
public class DatasetRevision extends PanacheEntityBase {

    static final RowType<DatasetRevision> ROWS = RowType.of("dataset_revision d", DatasetRevision::read);

    static final OrderKey<DatasetRevision> NEWEST = new OrderKey<>(
            "revision", List.of("d.revision"), true, revision -> List.of(revision.revision), List.of(Integer::valueOf));

    private static final RowType<Integer> LAST =
            RowType.ofExpressions(row -> row.intValue("coalesce(max(d.revision), 0)"));

    @Id
    @Description("Revision number, counted from 1. A restored backup sets it back.")
    public int revision;

    @Column(name = "imported_at", insertable = false)
    @NonNull @Description("Date and time of the import.")
    public OffsetDateTime importedAt;

    /** Never repeated, unlike the number. */
    @Column(insertable = false)
    @Ignore
    public UUID identity;

    /** The name of what was imported: "bundled dataset", a file, or the path of a folder. */
    @Ignore
    public String origin;

    @NonNull @Description("Identity of the state; see `Dataset.state`.")
    public String getState() {
        return identity.toString();
    }

    // Clients need not know where folders are.
    @NonNull @Description("Name of what was imported: a file, a folder, or \"bundled dataset\".")
    public String getImported() {
        return origin.substring(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1);
    }

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

    static Selection<DatasetRevision> all() {
        return Selection.of(ROWS);
    }

    /** Empty if the database has no such revision: it was lost in a failover, or another database made it. */
    public static Optional<DatasetRevision> ofIdentity(UUID identity) {
        return Rows.of(ROWS, "from dataset_revision d where d.identity = :identity", Map.of("identity", identity))
                .stream()
                .findFirst();
    }

    /** The number of the last revision that was imported before a time; 0 if there is none. */
    public static int lastBefore(OffsetDateTime time) {
        return Rows.of(LAST, "from dataset_revision d where d.imported_at < :time", Map.of("time", time))
                .get(0);
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
