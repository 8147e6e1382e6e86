package peel.reading.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The questions that a report may answer, recognised though their word order or commas differ. */
final class QuestionHeadings {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");
    private static final double ALIKE = 0.8;

    private final List<Set<String>> questions = new ArrayList<>();

    /**
     * @param wordings the wordings of all questions that have a chapter
     */
    QuestionHeadings(List<String> wordings) {
        for (String wording : wordings) {
            questions.add(words(wording));
        }
    }

    /**
     * @param title a possible title
     * @return whether it is one of the questions
     */
    boolean contains(String title) {
        Set<String> words = words(title);
        return questions.stream().anyMatch(question -> alike(question, words));
    }

    /** Whether two titles, each as the set of its words, ask the same. */
    static boolean alike(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        int shared = 0;
        for (String word : one) {
            if (other.contains(word)) {
                shared++;
            }
        }
        return shared >= ALIKE * (one.size() + other.size() - shared);
    }

    /** The words of a title. */
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
