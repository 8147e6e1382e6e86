package peel.reading.fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares printed questions with known ones: commas, word order and small words don't matter. */
final class Wordings {

    /** How alike a heading and a wording must be to be the same question. */
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

    private record Wording(String plain, String opening, Set<String> words) {}

    private final Map<String, Wording> seen = new HashMap<>();

    /**
     * The known question that a printed one is, or null.
     *
     * @param printed a heading or title
     * @param questions the questions of an inspection
     * @param least how alike they must be, from 0 to 1
     */
    Vocabulary.KnownQuestion find(String printed, List<Vocabulary.KnownQuestion> questions, double least) {
        Vocabulary.KnownQuestion best = null;
        double bestLikeness = least;
        for (Vocabulary.KnownQuestion question : questions) {
            double likeness = likeness(printed, question.wording());
            if (likeness >= bestLikeness && (best == null || likeness > bestLikeness)) {
                best = question;
                bestLikeness = likeness;
            }
        }
        return best;
    }

    /**
     * How alike two wordings are: 1 for the same words, more for the same in order, 0 for none in
     * common.
     *
     * @param printed a heading or title
     * @param wording a question's wording
     */
    double likeness(String printed, String wording) {
        Wording one = wording(printed);
        Wording other = wording(wording);
        if (one.plain().equals(other.plain())) {
            return 1.01;
        }
        if (one.words().isEmpty() || other.words().isEmpty()) {
            return 0;
        }
        long common = one.words().stream().filter(other.words()::contains).count();
        double likeness = 2.0 * common / (one.words().size() + other.words().size());
        // "How well ..." below a chapter is not the chapter's "How effective ...".
        return one.opening().equals(other.opening()) ? likeness : likeness - 0.1;
    }

    private Wording wording(String text) {
        return seen.computeIfAbsent(text, Wordings::apart);
    }

    private static Wording apart(String text) {
        String plain = NO_LETTERS
                .matcher(POSSESSIVE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""))
                .replaceAll(" ")
                .trim();
        List<String> all = Arrays.asList(plain.split(" "));
        int first = all.get(0).equals("overview") && all.size() > 2 ? 1 : 0;
        String opening = all.size() < first + 2 ? "" : all.get(first) + " " + all.get(first + 1);
        Set<String> words = new LinkedHashSet<>(all);
        words.removeAll(SMALL);
        return new Wording(plain, opening, words);
    }
}
