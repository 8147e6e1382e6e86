package peel.error;

/** Shortens what clients sent, so that a message that quotes it stays readable. */
public final class Quotation {

    private static final int LONGEST = 100;

    private Quotation() {}

    /** The first 100 characters of a text. */
    public static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
