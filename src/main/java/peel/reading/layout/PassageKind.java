package peel.reading.layout;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of passage.")
public enum PassageKind {
    @Description("Running text, joined across line and page breaks.")
    PARAGRAPH,
    @Description("Item of a list.")
    BULLET,
    @Description("Title of a question that does not start a section, as in the two columns of the summary.")
    TITLE,
    @Description("Grade, or words such as \"Not graded\", on a line of their own.")
    GRADE,
    @Description("Text of a footnote.")
    FOOTNOTE,
    @Description("Caption of a figure or table.")
    CAPTION,
    @Description("Line below a figure that names the source of its data.")
    SOURCE,
    @Description("Note to a figure, beginning with an asterisk or the word \"Note\".")
    NOTE,
    @Description("Row of a table. Cells are separated by one tab; an indent is kept as leading spaces of the cell.")
    TABLE_ROW,
    @Description("Web address, printed on its own at the end of a page.")
    LINK,
    @Description("Printed page number.")
    PAGE_NUMBER,
    @Description("Line of the table of contents.")
    CONTENTS
}
