package peel.reading.text;

/**
 * A line of a report's text.
 *
 * @param number the number in the file, from 1; in a PDF, the number in the extracted text
 * @param page the page of the file, from 1 (not the printed page number)
 * @param text the line without its line end, otherwise unchanged
 * @param rank the rank of the heading as which the line is set, by a page's tags or a PDF's type: 1 is the highest, and
 *     {@link #BOLD} the lowest; 0 if it is set as text, or if the file does not tell
 */
public record Line(int number, int page, String text, int rank) {

    /** The rank of what is set in bold, and otherwise as text is. */
    public static final int BOLD = 9;

    /** The signs that open an item of a list and nothing else, for a class of characters in a pattern. */
    public static final String BULLETS = "•▪●◦‣■□➢➤►▶▸→✓✔❖";

    public Line(int number, int page, String text) {
        this(number, page, text, 0);
    }
}
