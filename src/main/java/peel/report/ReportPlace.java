package peel.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.SQLException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Row;

@Embeddable
@Description("Place in a report.")
public class ReportPlace {

    @Column(name = "line_from")
    @NonNull @Description("Number of the first line in the report's text, counted from 1.")
    public Integer lineFrom;

    @Column(name = "line_to")
    @NonNull @Description("Number of the last line in the report's text, inclusive.")
    public Integer lineTo;

    @Description("Printed page number. Null if not known.")
    public Integer page;

    @Description("Label of the figure or table: \"Figure 2\". Null if the place is not linked to a figure or table.")
    public String figure;

    @Description("Words quoted from the report at this place.")
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
