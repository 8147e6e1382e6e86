package peel.question;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;

@Entity
@Table(name = "grade_scale")
@Description("Grades that can be given in a cycle. Grades can be ordered only within one scale.")
public class GradeScale extends PanacheEntityBase {

    static final RowType<GradeScale> ROWS = RowType.of("grade_scale s", GradeScale::read);

    @Id
    @NonNull @Description(
            "Code of the scale: \"PEEL4\" for cycles up to 2018/19; \"PEEL5\", which adds ADEQUATE, from 2021/22 onwards.")
    public String code;

    /** The scales with these codes, in the order of the codes; null where there is none. */
    public static List<@Nullable GradeScale> byCodes(List<String> codes) {
        return Rows.byKeys(ROWS, scale -> scale.code, codes);
    }

    private static GradeScale read(Row row) throws SQLException {
        GradeScale scale = RowType.unmanaged(new GradeScale());
        scale.code = row.text("code");
        return scale;
    }
}
