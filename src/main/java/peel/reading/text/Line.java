package peel.reading.text;

/**
 * A line of a report's text.
 *
 * @param number the number in the file, from 1; in a PDF, the number in the extracted text
 * @param page the page of the file, from 1 (not the printed page number)
 * @param text the line without its line end, otherwise unchanged
 */
public record Line(int number, int page, String text) {

    /** The signs that open an item of a list and nothing else, for a class of characters in a pattern. */
    public static final String BULLETS = "•▪●◦‣■□➢➤►▶▸→✓✔❖";
}
