package peel.reading.phrase;

/** Puts blanks in place of parts of a text, so that the others keep their places. */
public final class Blanks {

    private Blanks() {}

    /**
     * @param end exclusive; what is behind the end of the text is left out
     */
    public static void put(StringBuilder text, int start, int end) {
        for (int i = start; i < Math.min(end, text.length()); i++) {
            text.setCharAt(i, ' ');
        }
    }

    /** Puts blanks in place of all times. */
    public static void putForTimes(StringBuilder text, String original) {
        for (Timing.Mention time : Timing.mentions(original)) {
            put(text, time.start(), time.end());
        }
    }
}
