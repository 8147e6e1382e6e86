package peel.reading.fact;

import java.util.List;
import peel.reading.layout.Passage;
import peel.reading.phrase.Numbers;
import peel.reading.phrase.Timing;
import peel.reading.text.Lines;

/** A sentence of a report, with what is needed to understand it. */
public final class Sentence {

    private final Passage passage;
    private final int start;
    private final int end;
    private final String text;
    private final Sentence previous;
    private final Timing timing;
    private final boolean numbered;

    /**
     * @param passage the passage it stands in
     * @param start where it begins in the passage's text
     * @param end behind its last character
     * @param previous the sentence before it in the same section, or null
     */
    Sentence(Passage passage, int start, int end, Sentence previous) {
        this.passage = passage;
        this.start = start;
        this.end = end;
        this.text = passage.text().substring(start, end);
        this.previous = previous;
        this.numbered = Numbers.anyIn(text);
        boolean joined = previous != null && previous.passage == passage;
        this.timing = Timing.of(text, previous == null ? Timing.NONE : previous.lastTiming(), joined);
    }

    private Timing lastTiming() {
        return timing.equals(Timing.NONE) && previous != null ? previous.lastTiming() : timing;
    }

    /** The passage it stands in. */
    public Passage passage() {
        return passage;
    }

    /** Where it begins in its passage's text. */
    public int start() {
        return start;
    }

    /** Behind its last character in its passage's text. */
    public int end() {
        return end;
    }

    /** Its words, on one line. */
    public String text() {
        return text;
    }

    /** The lines it stands on. */
    public Lines lines() {
        return passage.linesOf(start, end);
    }

    /** When it speaks of, with what it takes from the sentences before. */
    public Timing timing() {
        return timing;
    }

    /** Whether it has a number, in digits or words. */
    public boolean numbered() {
        return numbered;
    }

    /** The sentence before it in the same passage, or null. */
    public Sentence joined() {
        return previous != null && previous.passage == passage ? previous : null;
    }

    /** The sentence before it in the same section, or null. */
    public Sentence previous() {
        return previous;
    }

    /** The numbers of the footnotes whose marks stand in it. */
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
