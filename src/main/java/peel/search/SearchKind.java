package peel.search;

import org.eclipse.microprofile.graphql.Description;

/** What is searched. */
@Description("What is searched.")
public enum SearchKind {
    @Description("Running text of a report.")
    PARAGRAPH,
    @Description("An item of a list of a report.")
    BULLET,
    @Description(
            "An area for improvement, a cause of concern, a recommendation or a practice, from a report or from elsewhere.")
    FINDING,
    @Description("A footnote of a report.")
    FOOTNOTE,
    @Description("The caption of a figure or table of a report.")
    CAPTION,
    @Description("The line under a figure that says where its data is from.")
    SOURCE,
    @Description("A note to a figure.")
    NOTE
}
