package peel.page.national;

import java.util.List;
import peel.page.Choice;
import peel.page.PageTable;

/**
 * The national picture of a question.
 *
 * @param lead which question and cycle, in a sentence
 * @param chart the map, an SVG element; empty if there is no data
 * @param bars how the other questions of the cycle were graded, an SVG element; empty if there are none
 * @param cycles the cycles that asked the same question
 * @param questions the questions of the cycle
 * @param questionPage the address of the question's page
 */
public record NationalView(
        String lead,
        String chart,
        String bars,
        PageTable counts,
        PageTable forces,
        PageTable coverage,
        List<Choice> cycles,
        List<Choice> allCycles,
        List<Choice> questions,
        String questionPage) {}
