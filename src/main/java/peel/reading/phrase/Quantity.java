package peel.reading.phrase;

import java.math.BigDecimal;

/**
 * A number in a text.
 *
 * @param value the exact decimal as printed
 * @param approximate whether a word before it says so: "approximately 40"
 * @param start where it begins, that word included
 * @param end behind its last character
 */
public record Quantity(BigDecimal value, boolean approximate, int start, int end) {

    /** The same number with its sign turned. */
    public Quantity negated() {
        return new Quantity(value.negate(), approximate, start, end);
    }
}
