package peel.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Rows;

/** Where a passage refers to a footnote. */
@Entity
@IdClass(FootnoteMark.Key.class)
@Table(name = "report_footnote_mark")
@Description("Where a passage refers to a footnote.")
public class FootnoteMark extends PanacheEntityBase {

    /**
     * @param passageKey the passage's key
     * @param offset the offset behind which it stands
     * @param number the footnote's number
     */
    public record Key(UUID passageKey, int offset, int number) {}

    @Id
    @Column(name = "passage_id")
    @Ignore
    public UUID passageKey;

    @Id
    @Column(name = "position")
    @NonNull @Description(
            "The number of characters (UTF-16 code units) of the passage's text that stand before it.")
    public int offset;

    @Id
    @NonNull @Description("The footnote's number.")
    public int number;

    @NonNull @Description("The line it stands on in the report's text.")
    public int line;

    @Column(name = "footnote_id")
    @Ignore
    public UUID footnoteKey;

    /** The marks in each passage, in the order of print. */
    public static List<List<FootnoteMark>> inPassages(List<UUID> passages) {
        String sql =
                """
                select m.* from report_footnote_mark m
                where m.passage_id = any(:keys)
                order by m.passage_id, m.position, m.number
                """;
        return Rows.grouped(
                passages, Rows.ofAny(FootnoteMark.class, sql, passages), mark -> mark.passageKey);
    }

    /** The marks that refer to each footnote, in the order of print. */
    public static List<List<FootnoteMark>> ofFootnotes(List<UUID> footnotes) {
        String sql =
                """
                select m.* from report_footnote_mark m
                where m.footnote_id = any(:keys)
                order by m.footnote_id, m.line, m.position
                """;
        return Rows.grouped(
                footnotes,
                Rows.ofAny(FootnoteMark.class, sql, footnotes),
                mark -> mark.footnoteKey);
    }
}
