package peel.reading.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Finds the lines at which a report asks the questions that head its chapters. */
final class AskedQuestions {

    /** Lines of a heading in a narrow column. */
    private static final int HEADING_LINES = 8;

    /** Characters below which a line does not reach the right margin. */
    private static final int SHORT_LINE = 60;

    /** The number of following questions among which a title is asked again. */
    private static final int NEAR = 60;

    private final ReportLines lines;
    private final QuestionHeadings known;
    private final Map<Integer, Integer> exactEnds = new HashMap<>();
    private final NavigableMap<Integer, Set<String>> wordsByLine = new TreeMap<>();

    AskedQuestions(ReportLines lines, QuestionHeadings known) {
        this.lines = lines;
        this.known = known;
        for (int i = 0; i < lines.size(); ) {
            if (lines.role(i) != LineRole.BODY) {
                i++;
                continue;
            }
            int end = lines.blockEnd(i);
            findExact(i, end);
            int asked = Headings.asking(lines.tidy(i)) ? questionEnd(i, end, i) : i;
            if (asked == i && end - i <= 3 && !BlockReader.isNumbered(lines.tidy(i))) {
                asked = end;
            }
            if (!wordsByLine.containsKey(i) && asked > i && known.contains(lines.joined(i, asked))) {
                wordsByLine.put(i, QuestionHeadings.words(lines.joined(i, asked)));
            }
            i = end;
        }
    }

    /** Finds the questions that stand in a block word for word, even without a blank line above or below. */
    private void findExact(int from, int end) {
        for (int i = from; i < end; i++) {
            int exact = Math.min(end, lines.exactQuestionEnd(known, i));
            if (exact > i && (i == from || standsApart(i))) {
                exactEnds.put(i, exact);
                wordsByLine.put(i, QuestionHeadings.words(lines.joined(i, exact)));
                i = exact - 1;
            }
        }
    }

    /** Whether a line does not go on with a sentence of the line above, which would reach the margin. */
    private boolean standsApart(int index) {
        String above = lines.tidy(index - 1);
        return !LineText.endsMidSentence(above) || above.length() < SHORT_LINE || exactEnds.containsValue(index);
    }

    /** The index after a question that stands at a line word for word; the same index if none does. */
    int exactEnd(int index) {
        return exactEnds.getOrDefault(index, index);
    }

    /** Whether a known question starts at a line. */
    boolean startsAt(int index) {
        return wordsByLine.containsKey(index);
    }

    boolean isKnown(String text) {
        return known.contains(text);
    }

    /** Whether the same question is asked again after a line. */
    boolean isAskedAgain(String text, int after) {
        Set<String> words = QuestionHeadings.words(text);
        return wordsByLine.tailMap(after, false).values().stream()
                .limit(NEAR)
                .anyMatch(later -> QuestionHeadings.similar(later, words));
    }

    /** The index after the line that ends a question, or the given value if no line ends one. */
    int questionEnd(int from, int end, int otherwise) {
        for (int i = from; i < Math.min(end, from + HEADING_LINES); i++) {
            if (Headings.asked(lines.tidy(i))) {
                return i + 1;
            }
        }
        return otherwise;
    }
}
