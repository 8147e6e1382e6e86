package peel.page.change;

import java.util.List;
import peel.page.PageLink;
import peel.page.PageTable;

/**
 * What the page of changes shows.
 *
 * @param cycles to choose from
 * @param earlier the cycles to compare with
 * @param pillars to choose from
 * @param date since when; empty if the changes of cycles are shown
 * @param summary in sentences
 * @param chart HTML; empty if there is none
 * @param judgments what got better or worse
 * @param corrections the versions of corrected judgments
 * @param correctionsLeftOut how many corrected judgments the page does not list
 * @param log the newest changes of the data
 * @param more whether there are others before
 * @param dataPage where the files of all judgments are
 * @param feeds links to all changes
 */
public record ChangeView(
        List<Choice> cycles,
        List<Choice> earlier,
        List<Choice> pillars,
        String date,
        List<String> summary,
        String chart,
        PageTable judgments,
        PageTable corrections,
        int correctionsLeftOut,
        PageTable log,
        boolean more,
        String dataPage,
        List<PageLink> feeds) {

    /** A choice in a form. */
    public record Choice(String value, String text, boolean chosen) {}
}
