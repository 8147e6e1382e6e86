package peel.importing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What was imported, whether it changed anything or not, so that it isn't read again. */
@Entity
@Table(name = "imported_dataset")
public class ImportedDataset extends PanacheEntityBase {

    /** SHA-256 of all files, in hexadecimal. */
    @Id
    public String sha256;

    /** Whether exactly these contents were imported before. */
    static boolean holds(String sha256) {
        return findById(sha256) != null;
    }

    /** Remembers that these contents are imported. */
    static void remember(String sha256) {
        ImportedDataset imported = new ImportedDataset();
        imported.sha256 = sha256;
        imported.persist();
    }
}
