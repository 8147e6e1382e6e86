package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.layout.Passage;

/**
 * A row of a table.
 *
 * @param label what the row counts, without asterisks
 * @param starred whether the label has an asterisk, which refers to a note
 * @param indent the number of spaces before the label
 * @param cells the values in order; null for a cell that is blank or contains "n/a"
 */
public record TableRow(Passage passage, String label, boolean starred, int indent, List<@Nullable BigDecimal> cells) {

    /** Whether one of the values has decimals. */
    boolean hasDecimals() {
        return cells.stream().anyMatch(cell -> cell != null && cell.scale() > 0);
    }

    /**
     * Assigns the cells to columns. If there are fewer cells than columns, the decimals of the values decide which
     * cells are missing.
     *
     * @param decimals for each column whether its values have decimals, or null if both occur
     * @return one cell for each column, null for a blank one; or null if the assignment is ambiguous
     */
    @Nullable List<@Nullable BigDecimal> align(List<? extends @Nullable Boolean> decimals) {
        return TableRowParser.align(cells, decimals);
    }
}
