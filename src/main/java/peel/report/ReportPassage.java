package peel.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.Parameters;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.SqlArrays;
import peel.reading.layout.PassageKind;

@Entity
@Table(name = "report_passage")
@Description("Passage of a report's text: a paragraph, a list item, a footnote ...")
public class ReportPassage extends PanacheEntityBase implements Node {

    /** The letter of passages in node IDs. */
    public static final char NODE_TYPE = 'P';

    static final RowType<ReportPassage> ROWS = RowType.of("report_passage p", ReportPassage::read);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "report_id")
    @Ignore
    public UUID reportKey;

    @Column(name = "section_id")
    @Ignore
    public UUID sectionKey;

    @Ignore
    public int ordinal;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Kind of passage.")
    public PassageKind kind;

    @Description("Number of the footnote or figure. Null for other kinds of passage.")
    public @Nullable Integer number;

    @NonNull @Description(
            "Text of the passage on one line: line and page breaks are joined, runs of spaces collapsed and footnote marks removed. Cells of a table row are separated by tabs.")
    public String text;

    @Column(name = "file_page")
    @NonNull @Description("Page of the file on which the passage begins, counted from 1.")
    public int filePage;

    @Description("Printed page number. Null if not known.")
    public @Nullable Integer page;

    @Column(name = "line_from")
    @NonNull @Description("Number of the first line in the report's text, counted from 1.")
    public int lineFrom;

    @Column(name = "line_to")
    @NonNull @Description("Number of the last line in the report's text, inclusive.")
    public int lineTo;

    @Column(name = "figure_id")
    @Ignore
    public @Nullable UUID figureKey;

    @Column(name = "finding_id")
    @Ignore
    public @Nullable UUID findingKey;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The passages with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable ReportPassage> byKeys(List<? extends @Nullable UUID> keys) {
        return Rows.byKeys(ROWS, passage -> passage.key, keys);
    }

    /**
     * The passages of each section, in printed order.
     *
     * @param kinds kinds to return; null does not restrict, an empty one leaves nothing
     */
    public static List<List<ReportPassage>> ofSections(
            List<UUID> sections, @Nullable Collection<@Nullable PassageKind> kinds) {
        String sql = """
                from report_passage p
                where p.section_id = any(:keys)
                  and (cast(:kinds as text[]) is null or p.kind = any(cast(:kinds as text[])))
                order by p.section_id, p.ordinal
                """;
        List<ReportPassage> passages =
                Rows.of(ROWS, sql, Parameters.of("keys", SqlArrays.of(sections), "kinds", names(kinds)));
        return Rows.grouped(sections, passages, passage -> passage.sectionKey);
    }

    private static String @Nullable [] names(@Nullable Collection<@Nullable PassageKind> kinds) {
        if (kinds == null) {
            return null;
        }
        // The schema lets the list hold null.
        if (kinds.stream().anyMatch(Objects::isNull)) {
            throw BadUserInputException.unknown(
                    "kind",
                    null,
                    Stream.of(PassageKind.values()).map(Enum::name).toList());
        }
        return kinds.stream().map(Enum::name).toArray(String[]::new);
    }

    /** The footnotes of each report, in printed order. */
    public static List<List<ReportPassage>> footnotesOf(List<UUID> reports) {
        String sql = """
                from report_passage p
                where p.report_id = any(:keys) and p.kind = 'FOOTNOTE'
                order by p.report_id, p.ordinal
                """;
        return Rows.grouped(reports, Rows.ofAny(ROWS, sql, reports), passage -> passage.reportKey);
    }

    /** The rows of each figure's table, in printed order. */
    public static List<List<ReportPassage>> rowsOf(List<UUID> figures) {
        String sql = """
                from report_passage p
                where p.figure_id = any(:keys) and p.kind = 'TABLE_ROW'
                order by p.figure_id, p.ordinal
                """;
        return Rows.grouped(figures, Rows.ofAny(ROWS, sql, figures), passage -> passage.figureKey);
    }

    /** Where current reports print each finding, in printed order; empty where none does. */
    public static List<List<ReportPassage>> printing(List<UUID> findings) {
        String sql = """
                from report_passage p join report r on r.id = p.report_id and r.superseded_at is null
                where p.finding_id = any(:keys)
                order by r.order_key, p.ordinal
                """;
        return Rows.grouped(findings, Rows.ofAny(ROWS, sql, findings), passage -> passage.findingKey);
    }

    private static ReportPassage read(Row row) throws SQLException {
        ReportPassage passage = RowType.unmanaged(new ReportPassage());
        passage.key = row.uuid("id");
        passage.reportKey = row.uuid("report_id");
        passage.sectionKey = row.uuid("section_id");
        passage.ordinal = row.intValue("ordinal");
        passage.kind = row.enumValue("kind", PassageKind.class);
        passage.number = row.integer("number");
        passage.text = row.text("text");
        passage.filePage = row.intValue("file_page");
        passage.page = row.integer("page");
        passage.lineFrom = row.intValue("line_from");
        passage.lineTo = row.intValue("line_to");
        passage.figureKey = row.uuid("figure_id");
        passage.findingKey = row.uuid("finding_id");
        return passage;
    }
}
