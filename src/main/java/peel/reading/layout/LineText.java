package peel.reading.layout;

import java.util.regex.Pattern;

/** How lines look: what a reader sees in them before reading. */
final class LineText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200D\\uFEFF]");
    private static final String CLOSING = ")]}’”'\"»*";
    private static final String ENDING = ".!?:;…";

    private LineText() {}

    /** Whether a line holds neither letter nor digit. */
    static boolean blank(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isLetterOrDigit(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A line without blanks around it and with single ones inside; what can't be seen is left out.
     */
    static String tidy(String line) {
        String text = line;
        if (INVISIBLE.matcher(text).find()) {
            text = INVISIBLE.matcher(text).replaceAll("");
        }
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Whether a text goes on: it doesn't end like a sentence or an item of a list. */
    static boolean unfinished(String text) {
        int end = text.length();
        // Footnote marks behind the full stop.
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

    /** Whether digits at a place are the decimals of a number: "5.2", but not "2015.2". */
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

    /** Whether a text begins in the middle of a sentence. */
    static boolean goesOn(String text) {
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

    /** A line's length without the blanks around it. */
    static int width(String line) {
        return line.strip().length();
    }

    /** How many blanks a line begins with. */
    static int indent(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\f')) {
            at++;
        }
        return at;
    }
}
