package peel.question;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.CachedValue;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.source.SourceReference;

@Entity
@Table(name = "grade_definition")
@IdClass(GradeDefinition.Key.class)
@Description("Meaning and rank of a grade on one grade scale.")
public class GradeDefinition extends PanacheEntityBase {

    static final RowType<GradeDefinition> ROWS = RowType.of("grade_definition g", GradeDefinition::read);

    /** By scale and grade. */
    private static final CachedValue<Map<List<Object>, Integer>> RANKS = new CachedValue<>(GradeDefinition::ranks);

    @Id
    @Ignore
    public String scale;

    @Id
    @NonNull @Enumerated(EnumType.STRING)
    @Description("Grade that is defined.")
    public Grade grade;

    @NonNull @Description("Rank on the scale; 1 is the best grade.")
    public int rank;

    @NonNull @Description("Published definition of the grade, shortened.")
    public String definition;

    @Embedded
    @NonNull @Description("Source of the definition.")
    public SourceReference source;

    /** The grades of each scale, best first. */
    public static List<List<GradeDefinition>> ofScales(List<String> scales) {
        String sql = """
                from grade_definition g
                where g.scale = any(:keys)
                order by g.scale, g.rank
                """;
        return Rows.grouped(scales, Rows.ofAny(ROWS, sql, scales), grade -> grade.scale);
    }

    /** The rank of a grade on a scale that has it; 1 is the best. */
    public static int rankOf(String scale, Grade grade) {
        return Objects.requireNonNull(RANKS.get().get(List.of(scale, grade)));
    }

    private static Map<List<Object>, Integer> ranks() {
        Map<List<Object>, Integer> ranks = new HashMap<>();
        Rows.of(ROWS, "from grade_definition g", Map.of())
                .forEach(each -> ranks.put(List.of(each.scale, each.grade), each.rank));
        return ranks;
    }

    private static GradeDefinition read(Row row) throws SQLException {
        GradeDefinition grade = RowType.unmanaged(new GradeDefinition());
        grade.scale = row.text("scale");
        grade.grade = row.enumValue("grade", Grade.class);
        grade.rank = row.intValue("rank");
        grade.definition = row.text("definition");
        grade.source = SourceReference.read(row);
        return grade;
    }

    /** The primary key; Hibernate sets its fields. */
    @SuppressWarnings("NullAway.Init")
    public static class Key implements Serializable {

        public String scale;
        public Grade grade;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(scale, key.scale) && grade == key.grade;
        }

        @Override
        public int hashCode() {
            return Objects.hash(scale, grade);
        }
    }
}
