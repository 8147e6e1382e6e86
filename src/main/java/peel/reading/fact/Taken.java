package peel.reading.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peel.reading.layout.Passage;

/** What of a report's text was understood, so that the rest can be told. */
public final class Taken {

    private record Range(int start, int end) {}

    private final Map<Integer, List<Range>> ranges = new HashMap<>();

    /**
     * A part of a passage was understood.
     *
     * @param passage the passage
     * @param start its first character in the passage's text
     * @param end behind its last character
     */
    public void take(Passage passage, int start, int end) {
        ranges.computeIfAbsent(passage.ordinal(), key -> new ArrayList<>()).add(new Range(start, end));
    }

    /**
     * All of a sentence was understood.
     *
     * @param sentence the sentence
     */
    public void take(Sentence sentence) {
        take(sentence.passage(), sentence.start(), sentence.end());
    }

    /**
     * All of a passage was understood.
     *
     * @param passage the passage
     */
    public void take(Passage passage) {
        take(passage, 0, passage.text().length());
    }

    /**
     * Whether something of a part of a passage was understood.
     *
     * @param passage the passage
     * @param start the part's first character in the passage's text
     * @param end behind its last character
     */
    boolean any(Passage passage, int start, int end) {
        return ranges.getOrDefault(passage.ordinal(), List.of()).stream()
                .anyMatch(range -> range.start() < end && start < range.end());
    }
}
