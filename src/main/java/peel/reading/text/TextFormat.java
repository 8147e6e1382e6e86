package peel.reading.text;

import org.eclipse.microprofile.graphql.Description;

@Description("Format of an imported file.")
public enum TextFormat {
    @Description("Plain text, or the text of a web page.")
    TEXT,
    @Description("PDF with a text layer.")
    PDF
}
