package peel.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;

@Entity
@Table(name = "report_footnote_mark")
@Description("Reference to a footnote in a passage or in the heading of a section.")
public class FootnoteMark extends PanacheEntityBase {

    static final RowType<FootnoteMark> ROWS = RowType.of("report_footnote_mark m", FootnoteMark::read);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "passage_id")
    @Ignore
    public @Nullable UUID passageKey;

    @Column(name = "section_id")
    @Ignore
    public @Nullable UUID sectionKey;

    @Column(name = "position")
    @NonNull @Description(
            "Position of the mark in the text or heading: the number of UTF-16 code units before the mark, as in a JavaScript string.")
    public int offset;

    @NonNull @Description("Number of the footnote.")
    public int number;

    @NonNull @Description("Number of the mark's line in the report's text, counted from 1.")
    public int line;

    @Column(name = "footnote_id")
    @Ignore
    public @Nullable UUID footnoteKey;

    /** The marks in each passage, in printed order. */
    public static List<List<FootnoteMark>> inPassages(List<UUID> passages) {
        String sql = """
                from report_footnote_mark m
                where m.passage_id = any(:keys)
                order by m.passage_id, m.position, m.number
                """;
        return Rows.grouped(passages, Rows.ofAny(ROWS, sql, passages), mark -> mark.passageKey);
    }

    /** The marks in each section's heading, in printed order. */
    public static List<List<FootnoteMark>> inHeadings(List<UUID> sections) {
        String sql = """
                from report_footnote_mark m
                where m.section_id = any(:keys)
                order by m.section_id, m.position, m.number
                """;
        return Rows.grouped(sections, Rows.ofAny(ROWS, sql, sections), mark -> mark.sectionKey);
    }

    /** The marks that refer to each footnote, in printed order. */
    public static List<List<FootnoteMark>> ofFootnotes(List<UUID> footnotes) {
        String sql = """
                from report_footnote_mark m
                where m.footnote_id = any(:keys)
                order by m.footnote_id, m.line, m.position
                """;
        return Rows.grouped(footnotes, Rows.ofAny(ROWS, sql, footnotes), mark -> mark.footnoteKey);
    }

    private static FootnoteMark read(Row row) throws SQLException {
        FootnoteMark mark = RowType.unmanaged(new FootnoteMark());
        mark.key = row.uuid("id");
        mark.passageKey = row.uuid("passage_id");
        mark.sectionKey = row.uuid("section_id");
        mark.offset = row.intValue("position");
        mark.number = row.intValue("number");
        mark.line = row.intValue("line");
        mark.footnoteKey = row.uuid("footnote_id");
        return mark;
    }
}
