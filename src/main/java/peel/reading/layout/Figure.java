package peel.reading.layout;

import java.util.List;
import peel.reading.text.Lines;

/**
 * A figure or table with a caption.
 *
 * @param label as it is numbered: "Figure 2"
 * @param caption the ordinal of the caption's passage
 * @param source the ordinal of the passage with its source, or null
 * @param notes ordinals of the passages with its notes
 * @param rows ordinals of the passages with its table's rows, wherever on the next pages they
 *     stand; empty if it has none
 * @param status what became of it
 * @param lines from the caption to the last line that belongs to it
 */
public record Figure(
        String label,
        int caption,
        Integer source,
        List<Integer> notes,
        List<Integer> rows,
        FigureStatus status,
        Lines lines) {}
