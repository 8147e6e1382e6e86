package peel.reading.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into its sentences. */
public final class Sentences {

    /**
     * A sentence's place in its text.
     *
     * @param start its first character
     * @param end behind its last character
     */
    public record Span(int start, int end) {}

    // A stop, or an address in parentheses that ends without one, before what can begin a sentence.
    private static final Pattern END = Pattern.compile("(?:[.!?]['’”\")]*|/\\))(?=\\s+['‘“\"(•]?[A-Z0-9])");

    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[\\s('‘“\"])(?:e\\.g|i\\.e|cf|vs|no|nos|p|pp|para|paras|approx|mr|mrs|ms|dr|st|[A-Z])\\.$",
            Pattern.CASE_INSENSITIVE);

    // No sentence is longer; a text without stops is cut, so that no pattern looks at all of it.
    private static final int LONGEST = 2_000;

    private Sentences() {}

    /**
     * The sentences of a text, in order, without the blanks around them.
     *
     * @param text a text on one line
     */
    public static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        Matcher matcher = END.matcher(text);
        while (matcher.find()) {
            if (!ABBREVIATION
                    .matcher(text.substring(Math.max(start, matcher.end() - 10), matcher.end()))
                    .find()) {
                add(spans, text, start, matcher.end());
                start = matcher.end();
            }
        }
        add(spans, text, start, text.length());
        return spans;
    }

    private static void add(List<Span> spans, String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        while (to - from > LONGEST) {
            int blank = text.lastIndexOf(' ', from + LONGEST);
            int cut = blank > from ? blank : from + LONGEST;
            spans.add(new Span(from, cut));
            from = blank > from ? cut + 1 : cut;
        }
        if (from < to) {
            spans.add(new Span(from, to));
        }
    }
}
