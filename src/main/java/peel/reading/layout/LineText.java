package peel.reading.layout;

import java.util.regex.Pattern;

/** Properties of a line that are visible without understanding its words. */
final class LineText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200D\\uFEFF]");
    private static final String CLOSING = ")]}’”'\"»*";
    private static final String ENDING = ".!?:;…";

    private LineText() {}

    /** Whether a line contains neither a letter nor a digit. */
    static boolean blank(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isLetterOrDigit(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Strips a line, collapses whitespace to single blanks and removes invisible characters. */
    static String tidy(String line) {
        String text = line;
        if (INVISIBLE.matcher(text).find()) {
            text = INVISIBLE.matcher(text).replaceAll("");
        }
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Whether a text does not end like a sentence or an item of a list. */
    static boolean endsMidSentence(String text) {
        int end = text.length();
        // Footnote marks follow the full stop.
        int digits = end;
        while (digits > 0 && (Character.isDigit(text.charAt(digits - 1)) || text.charAt(digits - 1) == ' ')) {
            digits--;
        }
        if (digits < end && digits > 0 && !decimal(text, digits)) {
            end = digits;
        }
        while (end > 0 && (CLOSING.indexOf(text.charAt(end - 1)) >= 0 || text.charAt(end - 1) == ' ')) {
            end--;
        }
        if (end > 0 && ENDING.indexOf(text.charAt(end - 1)) >= 0) {
            return false;
        }
        return !(text.endsWith("; and") || text.endsWith("; or"));
    }

    /** Whether the digits at an index are decimals, as in "5.2" but not in "2015.2". */
    private static boolean decimal(String text, int at) {
        if (text.charAt(at - 1) != '.' && text.charAt(at - 1) != ',') {
            return false;
        }
        int from = at - 1;
        while (from > 0 && Character.isDigit(text.charAt(from - 1))) {
            from--;
        }
        return from < at - 1 && at - 1 - from != 4;
    }

    static boolean startsMidSentence(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                return Character.isLowerCase(c);
            }
            if (Character.isDigit(c)) {
                return true;
            }
        }
        return false;
    }

    /** The number of blanks and form feeds before the text of a line. */
    static int indent(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\f')) {
            at++;
        }
        return at;
    }
}
