package peel.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * A total order of rows by some columns, all in the same direction, so that one row comparison lets PostgreSQL start in
 * the middle of an index.
 *
 * @param name part of each cursor, so that a cursor of another order is refused
 * @param columns SQL expressions; the last one is unique
 * @param descending whether the list starts with the largest key
 * @param valuesOf returns a row's values of the columns
 * @param parsers for each column the parser of its text in a cursor
 * @param <T> what a row becomes
 */
public record OrderKey<T>(
        String name,
        List<String> columns,
        boolean descending,
        Function<T, List<Object>> valuesOf,
        List<Function<String, Object>> parsers) {

    private static final int LONGEST_DECIMAL = 40;

    /** An ascending order by one unique text column. */
    public static <T> OrderKey<T> ofText(String name, String column, Function<T, Object> valueOf) {
        return new OrderKey<>(name, List.of(column), false, row -> List.of(valueOf.apply(row)), List.of(text -> text));
    }

    /**
     * Parses a decimal of a cursor. A short text may denote a number with millions of digits, which PostgreSQL would
     * spend minutes on.
     *
     * @throws NumberFormatException if the number is malformed, too long or outside of the range of any column
     */
    public static Object decimal(String text) {
        BigDecimal number = text.length() > LONGEST_DECIMAL ? null : new BigDecimal(text);
        if (number == null || Math.abs((long) number.scale()) > LONGEST_DECIMAL) {
            throw new NumberFormatException("out of range");
        }
        return number;
    }

    /** The same order for rows of a subclass. */
    public <S extends T> OrderKey<S> of() {
        return new OrderKey<>(name, columns, descending, valuesOf::apply, parsers);
    }
}
