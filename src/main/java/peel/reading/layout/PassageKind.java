package peel.reading.layout;

import org.eclipse.microprofile.graphql.Description;

/** What a passage is. */
@Description("What a passage is.")
public enum PassageKind {
    @Description("Running text, joined across line and page ends.")
    PARAGRAPH,
    @Description("An item of a list.")
    BULLET,
    @Description("A question's title that heads no section: those of the summary's two columns.")
    TITLE,
    @Description("A grade, or \"Not graded\" and the like, that stands alone.")
    GRADE,
    @Description("The text of a footnote.")
    FOOTNOTE,
    @Description("A figure's or table's caption.")
    CAPTION,
    @Description("The line under a figure that says where its data is from.")
    SOURCE,
    @Description("A note to a figure, opened by an asterisk or the word \"Note\".")
    NOTE,
    @Description("A line of a table, cells separated by one tab, indent kept as the cell's leading blanks.")
    TABLE_ROW,
    @Description("A bare address, printed at a page's end.")
    LINK,
    @Description("A printed page number.")
    PAGE_NUMBER,
    @Description("A line of the table of contents.")
    CONTENTS
}
