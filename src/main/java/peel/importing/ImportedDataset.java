package peel.importing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A dataset that was imported, whether it changed anything or not, so that it is not read again. */
@Entity
@Table(name = "imported_dataset")
public class ImportedDataset extends PanacheEntityBase {

    /** The SHA-256 of all its files, in hexadecimal. */
    @Id
    public String sha256;

    static boolean exists(String sha256) {
        return findById(sha256) != null;
    }

    static void add(String sha256) {
        ImportedDataset imported = new ImportedDataset();
        imported.sha256 = sha256;
        imported.persist();
    }
}
