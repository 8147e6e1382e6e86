package peel.reading.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peel.reading.layout.Passage;

/** Records the parts of a report's text from which facts were read, so that the other parts can be reported. */
public final class UnderstoodText {

    private record Range(int start, int end) {}

    private final Map<Integer, List<Range>> ranges = new HashMap<>();

    /**
     * @param start start index in the passage's text
     * @param end end index in the passage's text, exclusive
     */
    public void add(Passage passage, int start, int end) {
        ranges.computeIfAbsent(passage.ordinal(), key -> new ArrayList<>()).add(new Range(start, end));
    }

    /** Adds a whole sentence. */
    public void add(Sentence sentence) {
        add(sentence.passage(), sentence.start(), sentence.end());
    }

    /** Adds a whole passage. */
    public void add(Passage passage) {
        add(passage, 0, passage.text().length());
    }

    /**
     * Whether any of a part of a passage was understood.
     *
     * @param start start index in the passage's text
     * @param end end index in the passage's text, exclusive
     */
    public boolean overlaps(Passage passage, int start, int end) {
        return ranges.getOrDefault(passage.ordinal(), List.of()).stream()
                .anyMatch(range -> range.start() < end && start < range.end());
    }
}
