package peel.reading.phrase;

import java.math.BigDecimal;

/**
 * A number in a text.
 *
 * @param value the exact decimal as printed
 * @param approximate whether a preceding word makes it approximate: "approximately 40"
 * @param start start index, including that word
 * @param end end index, exclusive
 */
public record Quantity(BigDecimal value, boolean approximate, int start, int end) {

    public Quantity negated() {
        return new Quantity(value.negate(), approximate, start, end);
    }
}
