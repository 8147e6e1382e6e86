package peel.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.reading.layout.FigureStatus;

@Entity
@Table(name = "report_figure")
@Description("Figure or table with a caption.")
public class ReportFigure extends PanacheEntityBase implements Node {

    /** The letter of figures in node IDs. */
    public static final char NODE_TYPE = 'G';

    static final RowType<ReportFigure> ROWS = RowType.of("report_figure f", ReportFigure::read);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "report_id")
    @Ignore
    public UUID reportKey;

    @Ignore
    public int ordinal;

    @NonNull @Description("Label as printed: \"Figure 2\".")
    public String label;

    @NonNull @Description("Caption as printed, including the label.")
    public String caption;

    @Description("Source of the data, as printed. Null if none is printed.")
    public @Nullable String source;

    @Ignore
    public String[] notes;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Whether the report's text contains the values.")
    public FigureStatus status;

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

    @Name("notes")
    @NonNull @Description("Notes to the figure, in printed order.")
    public List<@NonNull String> getNoteTexts() {
        return List.of(notes);
    }

    /** The figures with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable ReportFigure> byKeys(List<UUID> keys) {
        return Rows.byKeys(ROWS, figure -> figure.key, keys);
    }

    /** The figures of each report, in printed order. */
    public static List<List<ReportFigure>> ofReports(List<UUID> reports) {
        String sql = """
                from report_figure f
                where f.report_id = any(:keys)
                order by f.report_id, f.ordinal
                """;
        return Rows.grouped(reports, Rows.ofAny(ROWS, sql, reports), figure -> figure.reportKey);
    }

    private static ReportFigure read(Row row) throws SQLException {
        ReportFigure figure = RowType.unmanaged(new ReportFigure());
        figure.key = row.uuid("id");
        figure.reportKey = row.uuid("report_id");
        figure.ordinal = row.intValue("ordinal");
        figure.label = row.text("label");
        figure.caption = row.text("caption");
        figure.source = row.text("source");
        figure.notes = row.texts("notes");
        figure.status = row.enumValue("status", FigureStatus.class);
        figure.lineFrom = row.intValue("line_from");
        figure.lineTo = row.intValue("line_to");
        return figure;
    }
}
