package peel.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The state of the data after an import that changed something. */
@Entity
@Table(name = "dataset_revision")
public class DatasetRevision extends PanacheEntityBase {

    /** Counted from 1, one more with every import that changes something. */
    @Id public int revision;

    @Column(name = "imported_at", insertable = false)
    public OffsetDateTime importedAt;

    /** What was imported: "bundled dataset", a folder. */
    public String origin;

    /** The latest, empty before the first import. */
    public static Optional<DatasetRevision> latest() {
        return find("order by revision desc").range(0, 0).firstResultOptional();
    }
}
