package peel.search;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of text that can be searched.")
public enum SearchKind {
    @Description("Running text of a report.")
    PARAGRAPH,
    @Description("Item of a list in a report.")
    BULLET,
    @Description("Area for improvement, cause of concern, recommendation or practice, from a report or another source.")
    FINDING,
    @Description("Footnote of a report.")
    FOOTNOTE,
    @Description("Caption of a figure or table in a report.")
    CAPTION,
    @Description("Line below a figure that names the source of its data.")
    SOURCE,
    @Description("Note to a figure.")
    NOTE
}
