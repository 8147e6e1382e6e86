package peel.reading.text;

/**
 * A range of lines.
 *
 * @param from the first line, from 1
 * @param to the last line, inclusive
 */
public record Lines(int from, int to) {

    /** The smallest range that contains both. */
    public Lines and(Lines other) {
        return new Lines(Math.min(from, other.from), Math.max(to, other.to));
    }

    /** The range for messages: "line 5" or "lines 5-7". */
    public String label() {
        return from == to ? "line " + from : "lines " + from + "-" + to;
    }
}
