package peel.reading.fact.metric;

import java.util.List;
import peel.reading.evidence.Sentence;
import peel.reading.layout.Passage;
import peel.reading.phrase.Timing;

/**
 * A table with one row for each thing counted, and columns for the force and for England and Wales.
 *
 * @param label the printed number: "Figure 2"
 * @param rows the rows with values, in order
 * @param heading the words of the rows without values, which are the column headings
 * @param notes the sentences of the notes
 * @param footnotes the sentences of the footnotes to which the caption refers
 */
public record Table(
        String label,
        Passage caption,
        List<TableRow> rows,
        String heading,
        List<Sentence> notes,
        List<Sentence> footnotes) {

    /** The text of the caption. */
    public String text() {
        return caption.text();
    }

    /** The period, day and baseline given in the caption. */
    public Timing timing() {
        return Timing.of(text(), Timing.NONE, false);
    }
}
