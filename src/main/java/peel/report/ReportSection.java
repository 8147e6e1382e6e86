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
import peel.node.Node;
import peel.node.NodeId;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;

@Entity
@Table(name = "report_section")
@Description("Section of a report: a heading and the text up to the next heading.")
public class ReportSection extends PanacheEntityBase implements Node {

    /** The letter of sections in node IDs. */
    public static final char NODE_TYPE = 'S';

    static final RowType<ReportSection> ROWS = RowType.of("report_section s", ReportSection::read);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "report_id")
    @Ignore
    public UUID reportKey;

    @Ignore
    public int ordinal;

    @NonNull @Description("Level of the heading: 1 for a chapter, 2 or 3 for a section within a chapter.")
    public int level;

    @Description("Text of the heading. Null for the text before the first heading.")
    public @Nullable String heading;

    @Column(name = "question_id")
    @Ignore
    public @Nullable UUID questionKey;

    @Column(name = "line_from")
    @NonNull @Description("Number of the first line in the report's text, counted from 1.")
    public int lineFrom;

    @Column(name = "line_to")
    @NonNull @Description("Number of the last line in the report's text, inclusive.")
    public int lineTo;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The sections with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable ReportSection> byKeys(List<? extends @Nullable UUID> keys) {
        return Rows.byKeys(ROWS, section -> section.key, keys);
    }

    /** The sections of each report, in printed order. */
    public static List<List<ReportSection>> ofReports(List<UUID> reports) {
        String sql = """
                from report_section s
                where s.report_id = any(:keys)
                order by s.report_id, s.ordinal
                """;
        return Rows.grouped(reports, Rows.ofAny(ROWS, sql, reports), section -> section.reportKey);
    }

    private static ReportSection read(Row row) throws SQLException {
        ReportSection section = RowType.unmanaged(new ReportSection());
        section.key = row.uuid("id");
        section.reportKey = row.uuid("report_id");
        section.ordinal = row.intValue("ordinal");
        section.level = row.intValue("level");
        section.heading = row.text("heading");
        section.questionKey = row.uuid("question_id");
        section.lineFrom = row.intValue("line_from");
        section.lineTo = row.intValue("line_to");
        return section;
    }
}
