package peel.reading.text;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in the one form in which it is read, indexed and searched: Unicode NFKC without ligatures, with ordinary
 * blanks, hyphens and decimal points, and without invisible characters. Each character knows where it comes from, so
 * that a place in the normalised text is a place in the text as stored.
 *
 * <p>Line ends stay. Characters that lose their meaning in NFKC stay too: raised digits behind a digit (a footnote mark
 * is no part of a number), fractions, digits in circles, dots of a leader.
 */
public final class NormalizedText {

    private static final char SOFT_HYPHEN = '\u00AD';

    private final String original;
    private final String text;
    private final int @Nullable [] starts;

    private NormalizedText(String original, String text, int @Nullable [] starts) {
        this.original = original;
        this.text = text;
        this.starts = starts;
    }

    /** Normalises a text. A soft hyphen at the end of a line becomes a hyphen; all others are removed. */
    public static NormalizedText of(String original) {
        if (isPlain(original)) {
            return new NormalizedText(original, original, null);
        }
        StringBuilder text = new StringBuilder(original.length() + 16);
        int[] starts = new int[original.length() + 17];
        int length = 0;
        for (int at = 0; at < original.length(); ) {
            int end = clusterEnd(original, at);
            String part = part(original, at, end, text);
            if (length + part.length() + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, 2 * (length + part.length() + 1));
            }
            for (int i = 0; i < part.length(); i++) {
                starts[length++] = at;
            }
            text.append(part);
            at = end;
        }
        starts[length] = original.length();
        return new NormalizedText(original, text.toString(), Arrays.copyOf(starts, length + 1));
    }

    /** The normalised text alone. */
    public static String normalize(String original) {
        return of(original).text();
    }

    public String text() {
        return text;
    }

    /** The text as it was. */
    public String original() {
        return original;
    }

    /**
     * The index in the original text of a character of the normalised text; for the normalised text's length, the
     * original's length.
     */
    public int originalStart(int index) {
        return starts == null ? index : starts[index];
    }

    /** The index in the original text behind a part of the normalised text that ends at an index, exclusive. */
    public int originalEnd(int end) {
        if (starts == null || end == 0) {
            return end;
        }
        // The characters of a ligature have the same start.
        int next = end;
        while (next < starts.length - 1 && starts[next] == starts[end - 1]) {
            next++;
        }
        return starts[next];
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F && "‘’“”–—•£…".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The end of a character with the marks that combine with it; a longer cluster is cut. */
    private static int clusterEnd(String text, int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        int most = Math.min(text.length(), at + 16);
        while (end < most && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        return end;
    }

    private static String part(String text, int at, int end, CharSequence before) {
        int c = text.codePointAt(at);
        if (c < 0x7F && end == at + 1) {
            return text.substring(at, end);
        }
        if (c == SOFT_HYPHEN) {
            return endsLine(text, end) ? "-" : "";
        }
        if (Character.getType(c) == Character.FORMAT) {
            return "";
        }
        if (Character.isSpaceChar(c)) {
            return c == '\u2028' || c == '\u2029' ? "\n" : " ";
        }
        switch (c) {
            case '\u2010', '\u2011', '\u2212', '\uFE63', '\uFF0D' -> {
                return "-";
            }
            case '\u2012' -> {
                return "–";
            }
            case '\u2015' -> {
                return "—";
            }
            case '\u00B7', '\u2219', '\u22C5', '\u2027', '\u30FB' -> {
                return isBetweenDigits(text, at, end) ? "." : text.substring(at, end);
            }
            default -> {
                String form = Normalizer.normalize(text.substring(at, end), Normalizer.Form.NFKC);
                // An accent on its own becomes a blank and a mark.
                return keepsItsForm(c, before) || form.startsWith(" ") ? text.substring(at, end) : form;
            }
        }
    }

    private static boolean endsLine(String text, int end) {
        int at = end;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private static boolean isBetweenDigits(String text, int at, int end) {
        return at > 0
                && end < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(end));
    }

    private static boolean keepsItsForm(int c, CharSequence before) {
        boolean raised = c == '\u00B2' || c == '\u00B3' || c == '\u00B9' || c >= 0x2070 && c <= 0x209C;
        if (raised) {
            return before.length() > 0 && Character.isDigit(before.charAt(before.length() - 1));
        }
        return switch (Character.getType(c)) {
            // Fractions and digits in circles.
            case Character.OTHER_NUMBER -> true;
            default -> c >= 0x2024 && c <= 0x2026;
        };
    }
}
