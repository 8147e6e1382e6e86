package peel.reading.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.text.Lines;

/**
 * A heading and the text up to the next heading.
 *
 * @param ordinal position among the sections, from 0
 * @param level 1 for a chapter, 2 and 3 below it
 * @param heading joined over lines, without footnote marks; null for text before the first heading
 * @param headingLines null if there is no heading
 * @param marks the footnote marks of the heading
 * @param lines from the heading to the last line before the next section
 */
public record Section(
        int ordinal,
        int level,
        @Nullable String heading,
        @Nullable Lines headingLines,
        List<Passage.FootnoteMark> marks,
        Lines lines) {}
