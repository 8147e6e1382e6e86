package bare;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;

/** A row with a name. */
@Entity
public class Thing extends PanacheEntity {

    public String name;
}
