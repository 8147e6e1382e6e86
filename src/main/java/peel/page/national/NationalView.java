package peel.page.national;

import java.util.List;
import peel.page.Choice;
import peel.page.PageTable;

/**
 * The national picture of a question.
 *
 * @param lead which question and cycle, in a sentence
 * @param chart the map, an SVG element; empty if there is no data
 * @param maps the other questions of the cycle; empty if there are none
 * @param marks what the tiles of the small maps mean
 * @param cycles the cycles that asked the same question
 * @param questionPage the address of the question's page
 */
public record NationalView(
        String lead,
        String chart,
        List<SmallPicture> maps,
        List<Meaning> marks,
        PageTable counts,
        PageTable forces,
        PageTable coverage,
        List<Choice> cycles,
        List<Choice> allCycles,
        String questionPage) {

    /**
     * The national picture of another question.
     *
     * @param drawing an SVG element
     * @param numbers how many forces have which grade, in words
     */
    public record SmallPicture(String question, String href, String drawing, String numbers) {}

    /**
     * What a tile means.
     *
     * @param swatch an SVG element
     */
    public record Meaning(String swatch, String words) {}
}
