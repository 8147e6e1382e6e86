package peel.error;

/** Shortens what clients sent, so that a message that quotes it stays readable. */
public final class Quotation {

    private static final int LONGEST = 100;

    private Quotation() {}

    /** The first 100 characters of a text. */
    public static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        // Half a surrogate pair is no character: strict JSON parsers refuse it.
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
