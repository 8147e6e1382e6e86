package peel.report.layout;

/** What became of a figure's data on the way from paper to text. */
public enum FigureStatus {
    /** Its table survived. */
    TABLE,
    /** It was a chart, whose values the text has lost. */
    CHART_LOST
}
