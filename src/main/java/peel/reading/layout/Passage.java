package peel.reading.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.text.Lines;

/**
 * A unit of text, such as a paragraph, a footnote or a row of a table.
 *
 * @param ordinal position among the document's passages, from 0
 * @param section the ordinal of the section
 * @param text the text on one line: joined over lines and pages, with hyphens at line ends kept, whitespace collapsed
 *     and footnote marks removed
 * @param pieces the parts of the text by line, in order; never empty
 * @param marks the removed footnote marks
 * @param number the number of a footnote, figure or list item; otherwise null
 * @param page the page of the file on which the passage starts, from 1
 */
public record Passage(
        int ordinal,
        int section,
        PassageKind kind,
        String text,
        List<Piece> pieces,
        List<FootnoteMark> marks,
        @Nullable Integer number,
        int page) {

    /**
     * The part of the text that is on one line.
     *
     * @param start start index in the text
     * @param line the line's number in the file
     */
    public record Piece(int start, int line) {}

    /**
     * @param number the footnote's number
     * @param offset the index in the text at which the mark was removed
     */
    public record FootnoteMark(int number, int offset) {}

    public Lines lines() {
        return new Lines(pieces.get(0).line(), pieces.get(pieces.size() - 1).line());
    }

    /**
     * The lines of a part of the text.
     *
     * @param end end index, exclusive
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
