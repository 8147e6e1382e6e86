package peel.report.layout;

/** What a passage is. */
public enum PassageKind {
    /** Running text, joined across line and page ends. */
    PARAGRAPH,
    /** An item of a list. */
    BULLET,
    /** A question's title that heads no section: those of the summary's two columns. */
    TITLE,
    /** A grade, or "Not graded" and the like, that stands alone. */
    GRADE,
    /** The text of a footnote. */
    FOOTNOTE,
    /** A figure's or table's caption. */
    CAPTION,
    /** The line under a figure that says where its data is from. */
    SOURCE,
    /** A note to a figure, opened by an asterisk or the word "Note". */
    NOTE,
    /** A line of a table, cells separated by one tab, indent kept as the cell's leading blanks. */
    TABLE_ROW,
    /** A bare address, printed at a page's end. */
    LINK,
    /** A printed page number. */
    PAGE_NUMBER,
    /** A line of the table of contents. */
    CONTENTS
}
