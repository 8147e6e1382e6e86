package peel.reading.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.layout.Passage;
import peel.reading.phrase.Numbers;
import peel.reading.phrase.Timing;
import peel.reading.text.Lines;

/** A sentence of a report, linked to its passage and to the sentence before it. */
public final class Sentence {

    /** Sentences back from which a sentence may take its time. */
    private static final int FARTHEST = 6;

    private final Passage passage;
    private final int start;
    private final int end;
    private final String text;
    private final @Nullable Sentence previous;
    private final Timing timing;
    private final Timing lastTiming;
    private final int age;
    private final boolean hasNumber;

    /**
     * @param start start index in the passage's text
     * @param end end index in the passage's text, exclusive
     * @param previous the sentence before it in the same section
     */
    Sentence(Passage passage, int start, int end, @Nullable Sentence previous) {
        this.passage = passage;
        this.start = start;
        this.end = end;
        this.text = passage.text().substring(start, end);
        this.previous = previous;
        this.hasNumber = Numbers.anyIn(text);
        boolean joined = previous != null && previous.passage == passage;
        Timing near = previous != null && previous.age < FARTHEST ? previous.lastTiming : Timing.NONE;
        this.timing = Timing.of(text, near, joined);
        boolean own = !Timing.mentions(text).isEmpty() && !timing.equals(Timing.NONE);
        this.lastTiming = previous != null && timing.equals(Timing.NONE) ? previous.lastTiming : timing;
        this.age = previous == null || own ? 0 : previous.age + 1;
    }

    public Passage passage() {
        return passage;
    }

    /** Start index in the passage's text. */
    public int start() {
        return start;
    }

    /** End index in the passage's text, exclusive. */
    public int end() {
        return end;
    }

    /** The words on one line. */
    public String text() {
        return text;
    }

    public Lines lines() {
        return passage.linesOf(start, end);
    }

    /** The period or day that the sentence is about; what it leaves open comes from the sentences before it. */
    public Timing timing() {
        return timing;
    }

    /** Whether the sentence contains a number in digits or words. */
    public boolean hasNumber() {
        return hasNumber;
    }

    /** The sentence before this one in the same passage. */
    public @Nullable Sentence previousInPassage() {
        return previous != null && previous.passage == passage ? previous : null;
    }

    /** The numbers of the footnotes whose marks are in the sentence. */
    public List<Integer> footnotes() {
        return passage.marks().stream()
                .filter(mark -> mark.offset() > start && mark.offset() <= end)
                .map(Passage.FootnoteMark::number)
                .toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
