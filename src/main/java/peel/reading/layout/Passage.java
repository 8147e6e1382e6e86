package peel.reading.layout;

import java.util.List;
import peel.reading.text.Lines;

/**
 * A piece of text that belongs together.
 *
 * @param ordinal its place among the document's passages, from 0
 * @param section the ordinal of its section
 * @param kind what it is
 * @param text its text on one line: words joined over line and page ends (a hyphen at a line's end
 *     stays), blanks collapsed, footnote marks taken out
 * @param pieces where each line's part of the text begins, in order; never empty
 * @param marks the footnote marks that were taken out
 * @param number the footnote's number, the figure's, or that of an item of a numbered list; else
 *     null
 * @param page the page of the file it begins on, from 1
 */
public record Passage(
        int ordinal,
        int section,
        PassageKind kind,
        String text,
        List<Piece> pieces,
        List<FootnoteMark> marks,
        Integer number,
        int page) {

    /**
     * The part of a text that stands on one line.
     *
     * @param start where it begins in the text
     * @param line the line's number in the file
     */
    public record Piece(int start, int line) {}

    /**
     * A footnote mark.
     *
     * @param number the footnote's number
     * @param offset the offset in the text behind which it stood
     */
    public record FootnoteMark(int number, int offset) {}

    /** The lines it stands on. */
    public Lines lines() {
        return new Lines(pieces.get(0).line(), pieces.get(pieces.size() - 1).line());
    }

    /**
     * The lines that a part of the text stands on.
     *
     * @param start the part's first character
     * @param end behind its last character
     */
    public Lines linesOf(int start, int end) {
        int from = pieces.get(0).line();
        int to = from;
        for (Piece piece : pieces) {
            if (piece.start() <= start) {
                from = piece.line();
            }
            if (piece.start() < Math.max(end, start + 1)) {
                to = piece.line();
            }
        }
        return new Lines(from, to);
    }
}
