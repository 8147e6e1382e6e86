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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Rows;
import peel.source.SourceReference;

/** What a grade means on one scale, and its rank there. */
@Entity
@Table(name = "grade_definition")
@IdClass(GradeDefinition.Key.class)
@Description("What a grade means on one scale, and its rank there.")
public class GradeDefinition extends PanacheEntityBase {

    @Id @Ignore public String scale;

    @Id
    @NonNull @Enumerated(EnumType.STRING)
    @Description("The grade.")
    public Grade grade;

    @NonNull @Description("Its place on the scale; 1 is the best.")
    public int rank;

    @NonNull @Description("What it means, shortened.")
    public String definition;

    @Embedded
    @NonNull @Description("Where the definition is from.")
    public SourceReference source;

    /** The grades of each scale, the best first. */
    public static List<List<GradeDefinition>> ofScales(List<String> scales) {
        String sql =
                """
                select g.* from grade_definition g
                where g.scale = any(:keys)
                order by g.scale, g.rank
                """;
        return Rows.grouped(
                scales, Rows.ofAny(GradeDefinition.class, sql, scales), grade -> grade.scale);
    }

    /** The primary key. */
    public static class Key implements Serializable {

        public String scale;
        public Grade grade;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(scale, key.scale)
                    && grade == key.grade;
        }

        @Override
        public int hashCode() {
            return Objects.hash(scale, grade);
        }
    }
}
