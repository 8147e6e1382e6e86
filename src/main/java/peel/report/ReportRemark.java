package peel.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.reading.evidence.Remark;

@Entity
@Table(name = "report_remark")
@Description(
        "Remark that the import made about a report: a contradiction, a fact that is in doubt, or text that the import did not understand.")
public class ReportRemark extends PanacheEntityBase {

    static final RowType<ReportRemark> ROWS = RowType.of("report_remark m", ReportRemark::read);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "report_id")
    @Ignore
    public UUID reportKey;

    @Ignore
    public int ordinal;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Kind of remark.")
    public Remark.Kind kind;

    @NonNull @Description("Description of the contradiction, or the text that was not understood.")
    public String text;

    @Embedded
    @NonNull @Description("Place that the remark is about.")
    public ReportPlace place;

    @Embedded
    @AttributeOverride(name = "lineFrom", column = @Column(name = "other_line_from"))
    @AttributeOverride(name = "lineTo", column = @Column(name = "other_line_to"))
    @AttributeOverride(name = "page", column = @Column(name = "other_page"))
    @AttributeOverride(name = "figure", column = @Column(name = "other_figure"))
    @AttributeOverride(name = "quotation", column = @Column(name = "other_quotation"))
    @Description("Second place of a contradiction. Null for other remarks.")
    public @Nullable ReportPlace other;

    /** The remarks on each report, in the order they were made. */
    public static List<List<ReportRemark>> ofReports(List<UUID> reports) {
        String sql = """
                from report_remark m
                where m.report_id = any(:keys)
                order by m.report_id, m.ordinal
                """;
        return Rows.grouped(reports, Rows.ofAny(ROWS, sql, reports), remark -> remark.reportKey);
    }

    private static ReportRemark read(Row row) throws SQLException {
        ReportRemark remark = RowType.unmanaged(new ReportRemark());
        remark.key = row.uuid("id");
        remark.reportKey = row.uuid("report_id");
        remark.ordinal = row.intValue("ordinal");
        remark.kind = row.enumValue("kind", Remark.Kind.class);
        remark.text = row.text("text");
        remark.place = ReportPlace.read(row);
        ReportPlace other = row.prefixed("other_", ReportPlace::read);
        // All columns of a second place are null if there is none.
        remark.other = other.lineFrom == null ? null : other;
        return remark;
    }
}
