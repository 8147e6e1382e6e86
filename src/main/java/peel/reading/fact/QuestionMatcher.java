package peel.reading.fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Vocabulary;

/** Recognises printed questions. Commas, word order and small words are ignored. */
final class QuestionMatcher {

    /** The similarity from which a heading and a wording are the same question. */
    static final double SAME = 0.8;

    private static final Set<String> SMALL = Set.of(
            "how",
            "effective",
            "effectively",
            "efficient",
            "efficiently",
            "is",
            "the",
            "force",
            "at",
            "and",
            "its",
            "for",
            "to",
            "who",
            "are",
            "those",
            "from",
            "of",
            "does",
            "well",
            "good",
            "it",
            "s",
            "in",
            "overview",
            "question",
            "a");

    private static final Pattern POSSESSIVE = Pattern.compile("[’']s\\b");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private record Words(String plain, String opening, Set<String> words) {}

    private final Map<String, Words> parsed = new HashMap<>();

    /**
     * Returns the most similar question; null if none is similar enough.
     *
     * @param printed a heading or title
     * @param least the lowest accepted similarity, from 0 to 1
     */
    Vocabulary.@Nullable KnownQuestion find(String printed, List<Vocabulary.KnownQuestion> questions, double least) {
        Vocabulary.KnownQuestion best = null;
        double bestSimilarity = least;
        for (Vocabulary.KnownQuestion question : questions) {
            double similarity = similarity(printed, question.wording());
            if (similarity >= bestSimilarity && (best == null || similarity > bestSimilarity)) {
                best = question;
                bestSimilarity = similarity;
            }
        }
        return best;
    }

    /**
     * Returns the similarity of two wordings: 1.01 for the same words in the same order, 1 for the same words, 0 for no
     * common words.
     */
    double similarity(String printed, String wording) {
        Words one = words(printed);
        Words other = words(wording);
        if (one.plain().equals(other.plain())) {
            return 1.01;
        }
        if (one.words().isEmpty() || other.words().isEmpty()) {
            return 0;
        }
        long common = one.words().stream().filter(other.words()::contains).count();
        double similarity = 2.0 * common / (one.words().size() + other.words().size());
        // "How well ..." below a chapter differs from the chapter's "How effective ...".
        return one.opening().equals(other.opening()) ? similarity : similarity - 0.1;
    }

    private Words words(String text) {
        return parsed.computeIfAbsent(text, QuestionMatcher::parse);
    }

    private static Words parse(String text) {
        String plain = NO_LETTERS
                .matcher(POSSESSIVE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""))
                .replaceAll(" ")
                .trim();
        List<String> all = Arrays.asList(plain.split(" "));
        int first = all.get(0).equals("overview") && all.size() > 2 ? 1 : 0;
        String opening = all.size() < first + 2 ? "" : all.get(first) + " " + all.get(first + 1);
        Set<String> words = new LinkedHashSet<>(all);
        words.removeAll(SMALL);
        return new Words(plain, opening, words);
    }
}
