package peel.reading.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import peel.reading.text.Line;
import peel.reading.text.NormalizedText;

/** The known questions that head chapters. Headings are recognised regardless of word order and punctuation. */
final class QuestionHeadings {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");
    private static final double SIMILAR = 0.8;

    /** Lines of a heading in a narrow column. */
    private static final int HEADING_LINES = 10;

    /** The end of a line of the table of contents; a footnote mark is attached to its word. */
    private static final Pattern ENTRY = Pattern.compile("[\\s.…]\\d{1,3}$");

    private static final String OVERVIEW = "overview";

    private final List<String> wordings;
    private final List<Set<String>> questions = new ArrayList<>();
    private final Set<String> exact = new HashSet<>();

    QuestionHeadings(List<String> wordings) {
        this.wordings = List.copyOf(wordings);
        for (String wording : wordings) {
            questions.add(words(wording));
            exact.add(letters(wording));
        }
    }

    List<String> wordings() {
        return wordings;
    }

    boolean contains(String title) {
        Set<String> words = words(title);
        return questions.stream().anyMatch(question -> similar(question, words));
    }

    /**
     * The index after the lines that are, from a line on, one of the questions letter by letter, in whatever lines it is
     * broken; the same index if they are none. An item of a list is no heading.
     */
    int exactEnd(List<Line> lines, int from, LineRole[] roles) {
        String first = LineText.tidy(lines.get(from).text());
        if (first.isEmpty() || !Character.isLetter(first.charAt(0))) {
            return from;
        }
        StringBuilder letters = new StringBuilder();
        int end = from;
        for (int i = from; i < Math.min(lines.size(), from + HEADING_LINES) && roles[i] == LineRole.BODY; i++) {
            if (ENTRY.matcher(LineText.tidy(lines.get(i).text())).find()) {
                return from;
            }
            letters.append(letters(lines.get(i).text()));
            if (i == from && letters.indexOf(OVERVIEW) == 0) {
                letters.delete(0, OVERVIEW.length());
            }
            String so = letters.toString();
            if (exact.contains(so)) {
                end = i + 1;
            }
            if (exact.stream().noneMatch(wording -> wording.startsWith(so))) {
                break;
            }
        }
        return end;
    }

    /** What identifies the question that some lines are. */
    String key(List<Line> lines, int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to; i++) {
            letters.append(letters(lines.get(i).text()));
        }
        return letters.toString();
    }

    /** The letters of a text, in lower case. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        String normalized = NormalizedText.normalize(text);
        for (int i = 0; i < normalized.length(); i++) {
            if (Character.isLetter(normalized.charAt(i))) {
                letters.append(Character.toLowerCase(normalized.charAt(i)));
            }
        }
        return letters.toString();
    }

    /** Whether two titles, each given as the set of its words, are the same question. */
    static boolean similar(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        int shared = 0;
        for (String word : one) {
            if (other.contains(word)) {
                shared++;
            }
        }
        return shared >= SIMILAR * (one.size() + other.size() - shared);
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
