package peel.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;

/** The whole text of a report, as it stands in the file. */
@Entity
@Table(name = "report_text")
public class ReportFullText extends PanacheEntityBase {

    static final RowType<ReportFullText> ROWS = RowType.of("report_text t", ReportFullText::read);

    @Id
    @Column(name = "report_id")
    public UUID reportKey;

    /** The lines, separated by line feeds. */
    public String text;

    /** The number of each page's first line. */
    @Column(name = "page_starts")
    public Integer[] pageStarts;

    /** The texts of reports, in the order of their keys. */
    public static List<@Nullable ReportFullText> ofReports(List<UUID> reports) {
        return Rows.byKeys(ROWS, fullText -> fullText.reportKey, reports);
    }

    /**
     * Lines of the text, numbered from 1.
     *
     * @param from the number of the first line; null for the first line of the text
     * @param to the number of the last line, inclusive; null for the last line of the text
     */
    public List<ReportLine> lines(@Nullable Integer from, @Nullable Integer to) {
        String[] all = text.split("\n", -1);
        int first = from == null ? 1 : Math.max(from, 1);
        int last = to == null ? all.length : Math.min(to, all.length);
        List<ReportLine> lines = new ArrayList<>();
        int page = 1;
        for (int number = first; number <= last; number++) {
            while (page < pageStarts.length && pageStarts[page] <= number) {
                page++;
            }
            lines.add(new ReportLine(number, page, all[number - 1]));
        }
        return lines;
    }

    private static ReportFullText read(Row row) throws SQLException {
        ReportFullText fullText = RowType.unmanaged(new ReportFullText());
        fullText.reportKey = row.uuid("report_id");
        fullText.text = row.text("text");
        fullText.pageStarts = row.integers("page_starts");
        return fullText;
    }
}
