package peel.question;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Rows;

/** The grades that a cycle knows. Grades have an order only inside one scale. */
@Entity
@Table(name = "grade_scale")
@Description("The grades that a cycle knows. Grades have an order only inside one scale.")
public class GradeScale extends PanacheEntityBase {

    @Id
    @NonNull @Description("\"PEEL4\" to 2018/19, \"PEEL5\", which adds ADEQUATE, from 2021/22 on.")
    public String code;

    /** The scales with these codes, in their order. */
    public static List<GradeScale> byCodes(List<String> codes) {
        return Rows.byKeys(GradeScale.class, codes);
    }
}
