package peel.reading.layout;

import org.eclipse.microprofile.graphql.Description;

/** What became of a figure's data on the way from paper to text. */
@Description("What became of a figure's data on the way from paper to text.")
public enum FigureStatus {
    @Description("Its table survived.")
    TABLE,
    @Description("It was a chart, whose values the text has lost.")
    CHART_LOST
}
