package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import peel.reading.layout.Passage;
import peel.reading.phrase.MendedNumbers;

/**
 * A row of a table.
 *
 * @param label what the row counts, without asterisks
 * @param starred whether the label has an asterisk, which refers to a note
 * @param indent the number of spaces before the label
 * @param cells the values in order; null for a cell that is blank or contains "n/a"
 * @param above a line without values directly above that may be the start of the label; empty if the start is lost
 * @param damaged the first cell that is no number but passes for one; null if there is none
 */
public record TableRow(
        Passage passage,
        String label,
        boolean starred,
        int indent,
        List<@Nullable BigDecimal> cells,
        @Nullable String above,
        @Nullable String damaged) {

    /** The row with the whole of a label that is broken over several lines. */
    TableRow labelled(String whole) {
        String bare = TableRowParser.bare(whole);
        return new TableRow(passage, bare, starred || bare.length() < whole.length(), indent, cells, above, damaged);
    }

    /** The row below a line that may be the start of its label. */
    TableRow below(String line) {
        return new TableRow(passage, label, starred, indent, cells, line, damaged);
    }

    /** The row with a label in the case in which reports usually print it: "RECORDED CRIME" is "Recorded crime". */
    TableRow inUsualCase() {
        return new TableRow(passage, TableWords.inUsualCase(label), starred, indent, cells, above, damaged);
    }

    /** The row without doubt about its label, if the label is known alone or together with the line above. */
    TableRow settled(Predicate<String> known) {
        if (above == null) {
            return this;
        }
        boolean joined = known.test(above + " " + label);
        return joined || known.test(label)
                ? new TableRow(passage, joined ? above + " " + label : label, starred, indent, cells, null, damaged)
                : this;
    }

    /** Why the row is in doubt for a damaged cell, or for its label; null if it is not. */
    @Nullable String doubt() {
        if (damaged != null) {
            return MendedNumbers.doubt(damaged);
        }
        if (above == null) {
            return null;
        }
        return above.isEmpty()
                ? "a bracket of its label is open (\"%s\")".formatted(label)
                : "its label may begin in the line above, which has no figures (\"%s\")".formatted(above);
    }

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
