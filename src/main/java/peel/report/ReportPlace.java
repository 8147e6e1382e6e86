package peel.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.SQLException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
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
    public @Nullable Integer page;

    @Description("Label of the figure or table: \"Figure 2\". Null if the place is not linked to a figure or table.")
    public @Nullable String figure;

    @Description("Words quoted from the report at this place.")
    public @Nullable String quotation;

    static ReportPlace read(Row row) throws SQLException {
        ReportPlace place = new ReportPlace();
        place.lineFrom = row.integer("line_from");
        place.lineTo = row.integer("line_to");
        place.page = row.integer("page");
        place.figure = row.text("figure");
        place.quotation = row.text("quotation");
        return place;
    }
}
