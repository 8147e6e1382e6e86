package peel.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.SQLException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import peel.query.Row;

/**
 * Where exactly a fact stands: a publication and the place in it. Every judgment, finding and
 * observation has one.
 */
@Embeddable
@Name("Source")
@Description("Where exactly a fact stands: a publication and the place in it.")
public class SourceReference {

    /** The columns of it that every table of facts has. */
    public static final String COLUMNS =
            "publication_id, source_url, source_figure, source_page, source_line_from, source_line_to, source_file, source_quotation";

    @Ignore
    @Column(name = "publication_id")
    public Integer publicationKey;

    @Column(name = "source_url")
    @Description("The very page; null where the publication's own address is all that is known.")
    public String url;

    @Column(name = "source_figure")
    @Description("The figure or table as it is numbered in the publication, \"Figure 2\" for instance.")
    public String figure;

    @Column(name = "source_page")
    @Description("The printed page number, where one is known.")
    public Integer page;

    @Column(name = "source_line_from")
    @Description("The first line in the report's text, counted from 1.")
    public Integer lineFrom;

    @Column(name = "source_line_to")
    @Description("The last line in the report's text.")
    public Integer lineTo;

    @Column(name = "source_file")
    @Description("The file it was imported from; null where it was entered by hand.")
    public String file;

    @Column(name = "source_quotation")
    @Description("The words it was read from; null where it was entered by hand.")
    public String quotation;

    /** Reads {@link #COLUMNS}. */
    public static SourceReference read(Row row) throws SQLException {
        SourceReference read = new SourceReference();
        read.publicationKey = row.integer();
        read.url = row.text();
        read.figure = row.text();
        read.page = row.integer();
        read.lineFrom = row.integer();
        read.lineTo = row.integer();
        read.file = row.text();
        read.quotation = row.text();
        return read;
    }
}
