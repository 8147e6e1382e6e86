package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.util.List;
import peel.reading.fact.Sentence;
import peel.reading.layout.Passage;
import peel.reading.phrase.Timing;

/**
 * A table with a row for each thing counted and columns for the force and for England and Wales.
 *
 * @param label as it is numbered: "Figure 2"
 * @param caption its caption
 * @param rows the rows of figures, in order
 * @param heading the words of the rows without figures: the columns' headings
 * @param notes the sentences of its notes
 * @param footnotes the sentences of the footnotes whose marks stand in the caption
 */
public record Table(
        String label, Passage caption, List<Row> rows, String heading, List<Sentence> notes, List<Sentence> footnotes) {

    /** The caption's text. */
    public String text() {
        return caption.text();
    }

    /** The period, day and baseline that the caption names. */
    public Timing timing() {
        return Timing.of(text(), Timing.NONE, false);
    }

    /**
     * A row.
     *
     * @param passage where it stands
     * @param label what is counted, without asterisks
     * @param starred whether the label has an asterisk, so that a note speaks of it
     * @param indent how many blanks it is indented by
     * @param cells its values in order; null for a cell that is blank or says "n/a"
     */
    public record Row(Passage passage, String label, boolean starred, int indent, List<BigDecimal> cells) {

        /**
         * Its cells when it has as many as there are columns. With fewer, which are missing is told
         * from their decimals, if that is possible.
         *
         * @param decimals for each column whether its values have decimals, or null if they may
         * @return one for each column, null for a blank one; or null if it can't be told
         */
        List<BigDecimal> align(List<Boolean> decimals) {
            return TableRows.align(cells, decimals);
        }
    }
}
