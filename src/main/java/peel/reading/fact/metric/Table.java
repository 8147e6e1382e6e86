package peel.reading.fact.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Sentence;
import peel.reading.layout.Passage;
import peel.reading.phrase.MendedNumbers;
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

    /** The text of the caption, with damaged numbers mended. */
    public String text() {
        return MendedNumbers.in(caption.text());
    }

    /** Why the table is in doubt for a damaged number in its caption or heading; null if there is none. */
    @Nullable String damage() {
        String damaged = MendedNumbers.first(caption.text());
        damaged = damaged == null ? MendedNumbers.first(heading) : damaged;
        return damaged == null ? null : MendedNumbers.doubt(damaged);
    }

    /** The period, day and baseline given in the caption. */
    public Timing timing() {
        return Timing.of(text(), Timing.NONE, false);
    }
}
