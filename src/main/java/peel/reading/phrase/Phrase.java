package peel.reading.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of words with numbers in it: a regular expression, in which {@code #} stands for a
 * number in digits or words and {@code %} for the word percent. Capitals don't matter.
 */
public final class Phrase {

    private final Pattern pattern;

    private Phrase(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * @param expression a regular expression with {@code #} and {@code %} as above; a group that is
     *     read as a number is named and holds exactly a {@code #}: {@code (?<value>#)}
     */
    public static Phrase of(String expression) {
        return new Phrase(Pattern.compile(
                expression
                        .replace("%", "(?: ?%| percent\\b| per cent\\b)")
                        .replace("#", "(?:" + Numbers.EXPRESSION + ")"),
                Pattern.CASE_INSENSITIVE));
    }

    /**
     * Whether the words occur.
     *
     * @param text a text on one line
     */
    public boolean in(String text) {
        return first(text) != null;
    }

    /**
     * The first place that matches, or null.
     *
     * @param text a text on one line
     */
    public Match first(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? new Match(matcher) : null;
    }

    /**
     * All places that match, in order.
     *
     * @param text a text on one line
     */
    public List<Match> all(String text) {
        List<Match> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            found.add(new Match(matcher));
            from = Math.max(matcher.end(), matcher.start() + 1);
            matcher = pattern.matcher(text);
        }
        return found;
    }

    /** A place where a phrase stands. */
    public static final class Match {

        private final Matcher matcher;

        private Match(Matcher matcher) {
            this.matcher = matcher;
        }

        /** Where it begins. */
        public int start() {
            return matcher.start();
        }

        /** Behind its last character. */
        public int end() {
            return matcher.end();
        }

        /**
         * The words of a group, or null if it is empty.
         *
         * @param group its name
         */
        public String words(String group) {
            return matcher.group(group);
        }

        /**
         * The number of a group.
         *
         * @param group its name
         */
        public Quantity number(String group) {
            return Numbers.quantity(matcher.group(group), matcher.start(group));
        }
    }
}
