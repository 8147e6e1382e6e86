package peel.query;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** Collections as array parameters, for which PostgreSQL needs one plan whatever the number of values. */
public final class SqlArrays {

    private SqlArrays() {}

    /**
     * An array whose component type is the elements' own; enums become their names.
     *
     * @param values at least one
     */
    public static Object[] of(Collection<?> values) {
        Object first = values.iterator().next();
        if (first instanceof UUID) {
            return values.toArray(UUID[]::new);
        }
        if (first instanceof Integer) {
            return values.toArray(Integer[]::new);
        }
        if (first instanceof LocalDate) {
            return values.toArray(LocalDate[]::new);
        }
        return values.stream()
                .map(value -> value instanceof Enum<?> constant ? constant.name() : value.toString())
                .toArray(String[]::new);
    }

    /** PostgreSQL's name for the type of an array's elements. */
    static String elementType(Object[] values) {
        Class<?> type = values.getClass().getComponentType();
        if (type == UUID.class) {
            return "uuid";
        }
        if (type == Integer.class) {
            return "integer";
        }
        return type == LocalDate.class ? "date" : "text";
    }
}
