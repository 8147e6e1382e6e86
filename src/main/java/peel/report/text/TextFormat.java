package peel.report.text;

/** What kind of file a text came from. */
public enum TextFormat {
    /** Plain text. */
    TEXT,
    /** A PDF with a text layer. */
    PDF
}
