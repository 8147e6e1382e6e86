package peel.reading.fact.metric;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Sentence;
import peel.reading.layout.Passage;
import peel.reading.phrase.Period;
import peel.reading.phrase.Timing;

/**
 * A chart whose values are lost in the text.
 *
 * @param label the printed number: "Figure 6"
 * @param footnotes the sentences of the footnotes to which the caption refers
 */
public record Chart(String label, Passage caption, List<Sentence> footnotes) {

    /** The text of the caption. */
    public String text() {
        return caption.text();
    }

    /** The period, day and baseline given in the caption. */
    public Timing timing() {
        return Timing.of(text(), Timing.NONE, false);
    }

    /** The years that the chart covers, oldest first; empty unless the caption names several. */
    public List<Period> years() {
        return Timing.years(text());
    }

    /** Whether the chart shows one value per force. */
    public boolean byForce() {
        return text().contains("by force");
    }

    /**
     * Whether the chart showed the value of a period or day.
     *
     * @param period the period of a flow
     * @param asAt the day of a stock
     */
    boolean shows(@Nullable Period period, @Nullable LocalDate asAt) {
        Timing timing = timing();
        if (timing.period() != null) {
            return timing.period().equals(period);
        }
        if (timing.asAt() != null) {
            return timing.asAt().equals(asAt);
        }
        return years().isEmpty() || years().contains(period);
    }
}
