package peel.reading.fact.metric;

import java.time.LocalDate;
import java.util.List;
import peel.reading.fact.Sentence;
import peel.reading.layout.Passage;
import peel.reading.phrase.Period;
import peel.reading.phrase.Timing;

/**
 * A chart whose values the text has lost.
 *
 * @param label as it is numbered: "Figure 6"
 * @param caption its caption
 * @param footnotes the sentences of the footnotes whose marks stand in the caption
 */
public record Chart(String label, Passage caption, List<Sentence> footnotes) {

    /** The caption's text. */
    public String text() {
        return caption.text();
    }

    /** The period, day and baseline that the caption names. */
    public Timing timing() {
        return Timing.of(text(), Timing.NONE, false);
    }

    /** The years that the caption names, the oldest first; empty unless it names several. */
    public List<Period> years() {
        return Timing.years(text());
    }

    /** Whether it has a bar for each force. */
    public boolean byForce() {
        return text().contains("by force");
    }

    /**
     * Whether a value of a period or day is one of those that it showed.
     *
     * @param period the period, or null
     * @param asAt the day, or null
     */
    boolean shows(Period period, LocalDate asAt) {
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
