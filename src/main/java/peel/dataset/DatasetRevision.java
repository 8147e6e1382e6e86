package peel.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    private static DatasetRevision read(Row row) throws SQLException {
        DatasetRevision revision = RowType.unmanaged(new DatasetRevision());
        revision.revision = row.intValue("revision");
        revision.importedAt = row.timestamp("imported_at");
        revision.identity = row.uuid("identity");
        revision.origin = row.text("origin");
        return revision;
    }
}
