package peel.reading.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The known questions that head chapters. Headings are recognised regardless of word order and punctuation. */
final class QuestionHeadings {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d]+");
    private static final double SIMILAR = 0.8;

    private final List<Set<String>> questions = new ArrayList<>();

    QuestionHeadings(List<String> wordings) {
        for (String wording : wordings) {
            questions.add(words(wording));
        }
    }

    boolean contains(String title) {
        Set<String> words = words(title);
        return questions.stream().anyMatch(question -> similar(question, words));
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
