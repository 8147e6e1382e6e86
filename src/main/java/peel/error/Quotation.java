package peel.error;

/** Shortens what clients sent, so that a message that quotes it stays readable. */
public final class Quotation {

    private static final int LONGEST = 100;

    private Quotation() {}

    /** The first 100 characters of a text. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** The first characters of a text. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // Half a surrogate pair is no character: strict JSON parsers refuse it.
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
