package peel.reading.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.text.Lines;

/**
 * A figure or table with a caption. Passages are given by their ordinals.
 *
 * @param label the printed number: "Figure 2"
 * @param source null if no source is printed
 * @param rows the rows of the table, which may follow on later pages; empty for a chart
 * @param lines from the caption to the last line that belongs to the figure
 */
public record Figure(
        String label,
        int caption,
        @Nullable Integer source,
        List<Integer> notes,
        List<Integer> rows,
        FigureStatus status,
        Lines lines) {}
