package peel.reading.layout;

import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Finds the lines at which a report asks the questions that head its chapters. */
final class AskedQuestions {

    /** Lines of a heading in a narrow column. */
    private static final int HEADING_LINES = 8;

    /** The number of following questions among which a title is asked again. */
    private static final int NEAR = 60;

    private final ReportLines lines;
    private final QuestionHeadings known;
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
            int asked = Headings.asking(lines.tidy(i)) ? questionEnd(i, end, i) : i;
            if (asked == i && end - i <= 3 && !BlockReader.isNumbered(lines.tidy(i))) {
                asked = end;
            }
            if (asked > i && known.contains(lines.joined(i, asked))) {
                wordsByLine.put(i, QuestionHeadings.words(lines.joined(i, asked)));
            }
            i = end;
        }
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
