package peel.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.SQLException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Row;

/** Where in a report something stands. */
@Embeddable
@Description("Where in a report something stands.")
public class ReportPlace {

    @Column(name = "line_from")
    @NonNull @Description("The first line in the report's text, counted from 1.")
    public Integer lineFrom;

    @Column(name = "line_to")
    @NonNull @Description("The last line in the report's text.")
    public Integer lineTo;

    @Description("The printed page number, where one is known.")
    public Integer page;

    @Description("The figure or table as it is numbered: \"Figure 2\"; null outside of one.")
    public String figure;

    @Description("The words that say it.")
    public String quotation;

    /** Reads its five columns; null where there is no place. */
    static ReportPlace read(Row row) throws SQLException {
        ReportPlace read = new ReportPlace();
        read.lineFrom = row.integer();
        read.lineTo = row.integer();
        read.page = row.integer();
        read.figure = row.text();
        read.quotation = row.text();
        return read.lineFrom == null ? null : read;
    }
}
