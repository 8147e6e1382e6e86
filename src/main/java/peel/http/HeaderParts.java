package peel.http;

import java.util.Locale;

/** The parts of one element of a header, such as {@code text/html;q=0.5}, in time linear in its length. */
public final class HeaderParts {

    private HeaderParts() {}

    /** The value and after it the parameters, in lower case and without the blanks around them. */
    public static String[] of(String element) {
        // A regular expression that included the blanks would need quadratic time for many of them.
        String[] parts = element.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].trim();
        }
        return parts;
    }

    /** The quality that the parameters give an element, 1 if there is none and 0 if it is malformed. */
    public static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("q=")) {
                return parse(parts[i].substring(2));
            }
        }
        return 1;
    }

    // RFC 9110: 0 or 1 with at most three decimals.
    private static double parse(String quality) {
        if (quality.length() > 5 || !quality.matches("0(\\.\\d*)?|1(\\.0*)?")) {
            return 0;
        }
        return Double.parseDouble(quality);
    }
}
