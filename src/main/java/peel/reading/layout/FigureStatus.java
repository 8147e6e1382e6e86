package peel.reading.layout;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether the text of a report contains the values of a figure.")
public enum FigureStatus {
    @Description("Table whose values are in the text.")
    TABLE,
    @Description("Chart whose values are not in the text.")
    CHART_LOST
}
