package peel.page.figure;

import java.util.List;
import peel.page.PageLink;

/**
 * What the page of a metric shows beside its table.
 *
 * @param definition what the metric counts
 * @param unit in words
 * @param relative what a rate is relative to; empty for a number
 * @param summary the most important values in sentences
 * @param ranking the ranking plot, HTML; empty if nothing is ranked
 * @param series the chart of the values over time, HTML; empty if there are none
 * @param map the map, HTML; empty if there is none
 * @param periods the days, or last days of periods, to choose from
 * @param dimensions what to choose from; empty for a metric without dimensions
 * @param others dimensions that have values on other days only
 * @param forces to choose from
 * @param directions to choose from
 */
public record FigureView(
        String definition,
        String unit,
        String relative,
        List<String> summary,
        String ranking,
        String series,
        String map,
        List<Option> periods,
        List<Option> dimensions,
        List<PageLink> others,
        List<Option> forces,
        List<Option> directions) {

    /** A choice in a form. */
    public record Option(String value, String text, boolean chosen) {}
}
