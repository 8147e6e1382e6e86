package peel.reading.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.layout.Passage;
import peel.reading.phrase.MendedNumbers;
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
    private final @Nullable String damaged;
    private final @Nullable Sentence previous;
    private final Timing timing;
    private final Timing lastTiming;
    private final int age;
    private final boolean hasNumber;

    /**
     * @param start start index in the passage's text
     * @param end end index in the passage's text, exclusive
     * @param mended whether damaged numbers are mended
     * @param previous the sentence before it in the same section
     */
    Sentence(Passage passage, int start, int end, boolean mended, @Nullable Sentence previous) {
        this.passage = passage;
        this.start = start;
        this.end = end;
        String printed = passage.text().substring(start, end);
        this.text = mended ? MendedNumbers.in(printed) : printed;
        this.damaged = mended ? MendedNumbers.first(printed) : null;
        this.previous = previous;
        this.hasNumber = Numbers.anyIn(text);
        boolean joined = previous != null && previous.passage == passage;
        Timing near = previous != null && previous.age < FARTHEST ? previous.lastTiming : Timing.NONE;
        Timing read = Timing.of(text, near, joined);
        this.timing = damaged == null ? read : read.doubted(MendedNumbers.doubt(damaged));
        boolean told = !Timing.mentions(text).isEmpty()
                || timing.doubt() != null && Timing.of(text, Timing.NONE, false).doubt() != null;
        boolean own = told && !timing.equals(Timing.NONE);
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

    /** The words on one line, with damaged numbers mended if the facts of the sentence are held back for them. */
    public String text() {
        return text;
    }

    /** The words as they are printed. */
    public String printed() {
        return passage.text().substring(start, end);
    }

    /** The first number that was mended; null if none was. */
    public @Nullable String damaged() {
        return damaged;
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
