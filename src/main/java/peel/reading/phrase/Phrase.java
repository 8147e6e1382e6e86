package peel.reading.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of words with numbers: a case-insensitive regular expression in which {@code #} stands for a number in
 * digits or words, and {@code %} for the word percent.
 */
public final class Phrase {

    private final Pattern pattern;

    private Phrase(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * @param expression a regular expression as described above; a group that is read as a number must be named and
     *     contain exactly one {@code #}: {@code (?<value>#)}
     */
    public static Phrase of(String expression) {
        return new Phrase(Pattern.compile(
                expression
                        .replace("%", "(?: ?%| percent\\b| per cent\\b)")
                        .replace("#", "(?:" + Numbers.EXPRESSION + ")"),
                Pattern.CASE_INSENSITIVE));
    }

    /** Whether a text on one line contains the phrase. */
    public boolean in(String text) {
        return first(text) != null;
    }

    /** Returns the first match in a text on one line. */
    public @Nullable Match first(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? new Match(matcher) : null;
    }

    /** Returns all matches in a text on one line, in order. */
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

    public static final class Match {

        private final Matcher matcher;

        private Match(Matcher matcher) {
            this.matcher = matcher;
        }

        public int start() {
            return matcher.start();
        }

        /** The end index, exclusive. */
        public int end() {
            return matcher.end();
        }

        /** Whether a named group is part of the match. */
        public boolean has(String group) {
            return matcher.start(group) >= 0;
        }

        /** The words of a named group that is part of the match. */
        public String words(String group) {
            return matcher.group(group);
        }

        /** The number of a named group. */
        public Quantity number(String group) {
            return Numbers.quantity(matcher.group(group), matcher.start(group));
        }
    }
}
