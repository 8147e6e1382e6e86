package peel.reading.layout;

import java.util.List;
import peel.reading.text.Lines;

/**
 * A heading and what follows it up to the next one.
 *
 * @param ordinal its place among the sections, from 0
 * @param level 1 for a chapter, 2 and 3 below it
 * @param heading the heading, joined over line ends and without footnote marks; null for what
 *     stands before the first
 * @param headingLines the lines the heading stands on; null where there is none
 * @param marks the footnote marks that were taken out of the heading
 * @param lines from the heading to the last line before the next section
 */
public record Section(
        int ordinal, int level, String heading, Lines headingLines, List<Passage.FootnoteMark> marks, Lines lines) {}
