package peel.query;

import java.util.List;
import java.util.function.Function;

/**
 * Columns that together decide a total order of rows, all in the same direction, so that PostgreSQL
 * can start in the middle of an index by comparing one row value.
 *
 * @param name stands in cursors, so that a cursor of one order isn't taken for another's
 * @param columns SQL expressions; the last one is unique
 * @param descending whether the list starts with the largest
 * @param valuesOf the columns' values of a row
 * @param parsers one for each column: from the text in a cursor to the parameter's value
 * @param <T> what the rows are
 */
public record OrderKey<T>(
        String name,
        List<String> columns,
        boolean descending,
        Function<T, List<Object>> valuesOf,
        List<Function<String, Object>> parsers) {

    /** An order by one text column that is unique. */
    public static <T> OrderKey<T> ofText(String name, String column, Function<T, Object> valueOf) {
        return new OrderKey<>(name, List.of(column), false, row -> List.of(valueOf.apply(row)), List.of(text -> text));
    }

    /** The same order for rows of a subclass. */
    public <S extends T> OrderKey<S> of() {
        return new OrderKey<>(name, columns, descending, valuesOf::apply, parsers);
    }
}
