package peel.query;

import java.util.HashMap;
import java.util.Map;

/** The values of a statement's parameters, by name. */
public final class Values {

    private Values() {}

    /** Two values, each perhaps null. */
    public static Map<String, Object> of(String name, Object value, String otherName, Object otherValue) {
        Map<String, Object> values = new HashMap<>();
        values.put(name, value);
        values.put(otherName, otherValue);
        return values;
    }
}
