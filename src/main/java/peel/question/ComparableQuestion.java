package peel.question;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;

/** The link is an editorial decision, which readers may dispute. It is never derived from codes or wordings. */
@Entity
@Table(name = "comparable_question")
@IdClass(ComparableQuestion.Key.class)
@Description("Earlier question whose judgments can be compared with those of a later question, and why.")
public class ComparableQuestion extends PanacheEntityBase {

    static final RowType<ComparableQuestion> ROWS = RowType.of("comparable_question c", ComparableQuestion::read);

    @Id
    @Column(name = "question_id")
    @Ignore
    public UUID questionKey;

    @Id
    @Column(name = "earlier_id")
    @Ignore
    public UUID earlierKey;

    @NonNull @Description("Why the two questions can be compared, and how they differ.")
    public String note;

    /** The links of each question to earlier ones. */
    public static List<List<ComparableQuestion>> ofQuestions(List<UUID> questions) {
        String sql = """
                from comparable_question c
                where c.question_id = any(:keys)
                order by c.question_id, c.earlier_id
                """;
        return Rows.grouped(questions, Rows.ofAny(ROWS, sql, questions), link -> link.questionKey);
    }

    private static ComparableQuestion read(Row row) throws SQLException {
        ComparableQuestion link = RowType.unmanaged(new ComparableQuestion());
        link.questionKey = row.uuid("question_id");
        link.earlierKey = row.uuid("earlier_id");
        link.note = row.text("note");
        return link;
    }

    /** The primary key; Hibernate sets its fields. */
    @SuppressWarnings("NullAway.Init")
    public static class Key implements Serializable {

        public UUID questionKey;
        public UUID earlierKey;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(questionKey, key.questionKey)
                    && Objects.equals(earlierKey, key.earlierKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(questionKey, earlierKey);
        }
    }
}
