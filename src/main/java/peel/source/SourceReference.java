package peel.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.SQLException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;
import peel.query.Row;

/** Embedded in every judgment, finding and observation. */
@Embeddable
@Name("Source")
@Description("Source of a fact: a publication and the place in it.")
public class SourceReference {

    @Ignore
    @Column(name = "publication_id")
    public Integer publicationKey;

    @Column(name = "source_url")
    @Description("Address (URL) of the exact page. Null if no address more exact than the publication's is known.")
    public @Nullable String url;

    @Column(name = "source_figure")
    @Description(
            "Label of the figure or table, as printed: \"Figure 2\". Null if the fact is not linked to a figure or table.")
    public @Nullable String figure;

    @Column(name = "source_page")
    @Description("Printed page number. Null if not known.")
    public @Nullable Integer page;

    @Column(name = "source_line_from")
    @Description("Number of the first line in the report's text, counted from 1. Null if not known.")
    public @Nullable Integer lineFrom;

    @Column(name = "source_line_to")
    @Description("Number of the last line in the report's text, inclusive. Null if not known.")
    public @Nullable Integer lineTo;

    @Column(name = "source_file")
    @Description(
            "Name of the report file from which the fact was read. Null if the fact was not read from a report file.")
    public @Nullable String file;

    @Column(name = "source_quotation")
    @Description("Words from which the fact was read. Null if the fact was not read from a report file.")
    public @Nullable String quotation;

    /** Reads the columns that every table of facts has. */
    public static SourceReference read(Row row) throws SQLException {
        SourceReference reference = new SourceReference();
        reference.publicationKey = row.integer("publication_id");
        reference.url = row.text("source_url");
        reference.figure = row.text("source_figure");
        reference.page = row.integer("source_page");
        reference.lineFrom = row.integer("source_line_from");
        reference.lineTo = row.integer("source_line_to");
        reference.file = row.text("source_file");
        reference.quotation = row.text("source_quotation");
        return reference;
    }
}
