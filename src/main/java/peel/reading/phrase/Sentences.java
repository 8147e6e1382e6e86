package peel.reading.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into its sentences. */
public final class Sentences {

    /**
     * @param start start index in the text
     * @param end end index in the text, exclusive
     */
    public record Span(int start, int end) {}

    // A full stop, or a URL in parentheses without one, followed by a possible start of a sentence.
    private static final Pattern END = Pattern.compile("(?:[.!?]['’”\")]*|/\\))(?=\\s+['‘“\"(•]?[A-Z0-9])");

    /** Words whose full stop does not end a sentence. */
    private static final Pattern ABBREVIATION =
            shortened("e\\.g|i\\.e|cf|vs|v|viz|nr|p|pp|para|paras|approx|c|ca|est|incl|excl"
                    + "|avg|fig|figs|ref|refs|vol|mr|mrs|ms|dr|prof|rev|hon|st|sgt|insp|supt|cllr|jr|gov|[A-Z]");

    /** Words whose full stop does not end a sentence before a number: "31 Mar. 2015", but "It has seen none in March." */
    private static final Pattern BEFORE_NUMBER =
            shortened("no|nos|max|min|sec|art|ch|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
                    + "|january|february|march|april|may|june|july|august|september|october|november|december");

    private static Pattern shortened(String words) {
        return Pattern.compile("(?:^|[\\s('‘“\"\\d-])(?:" + words + ")\\.$", Pattern.CASE_INSENSITIVE);
    }

    // Longer texts without a full stop are cut, so that the time of each pattern is limited.
    private static final int LONGEST = 2_000;

    private Sentences() {}

    /** Returns the sentences of a text on one line, in order, without surrounding whitespace. */
    public static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        Matcher matcher = END.matcher(text);
        while (matcher.find()) {
            String before = text.substring(Math.max(start, matcher.end() - 12), matcher.end());
            boolean goesOn = ABBREVIATION.matcher(before).find()
                    || BEFORE_NUMBER.matcher(before).find() && isNumberNext(text, matcher.end());
            if (!goesOn) {
                add(spans, text, start, matcher.end());
                start = matcher.end();
            }
        }
        add(spans, text, start, text.length());
        return spans;
    }

    private static boolean isNumberNext(String text, int end) {
        int at = end;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && Character.isDigit(text.charAt(at));
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
