package peel.page.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.page.PageLink;
import peel.page.PageTable;

/**
 * What the page of several forces shows.
 *
 * @param request what is left to choose; empty if the comparison is shown
 * @param forces to choose from
 * @param cycles of which the chart can show one
 * @param cycle that of the chart
 * @param chart HTML; empty if there is none
 * @param abbreviations what the headings of the chart mean
 * @param grades null if there is no comparison
 * @param figures null if there is no comparison
 * @param files the other table as files
 */
public record CompareView(
        String request,
        List<Choice> forces,
        List<Choice> cycles,
        String cycle,
        String chart,
        String abbreviations,
        @Nullable PageTable grades,
        @Nullable PageTable figures,
        List<PageLink> files) {

    /** A choice in a form. */
    public record Choice(String value, String text, boolean chosen) {}
}
