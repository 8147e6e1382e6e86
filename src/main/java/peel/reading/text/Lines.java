package peel.reading.text;

/**
 * A range of lines.
 *
 * @param from the first, from 1
 * @param to the last, at least {@code from}
 */
public record Lines(int from, int to) {

    /** The smallest range that holds both. */
    public Lines and(Lines other) {
        return new Lines(Math.min(from, other.from), Math.max(to, other.to));
    }
}
