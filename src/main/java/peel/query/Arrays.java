package peel.query;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** Collections as the array parameters that PostgreSQL plans once for any number of values. */
public final class Arrays {

    private Arrays() {}

    /** An array of the elements' own type; enums become their names. */
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

    /** The name that PostgreSQL has for the type of an array's elements. */
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
