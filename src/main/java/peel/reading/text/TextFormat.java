package peel.reading.text;

import org.eclipse.microprofile.graphql.Description;

/** What kind of file a text came from. */
@Description("What kind of file a text came from.")
public enum TextFormat {
    @Description("Plain text.")
    TEXT,
    @Description("A PDF with a text layer.")
    PDF
}
