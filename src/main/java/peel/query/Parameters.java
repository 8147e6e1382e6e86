package peel.query;

import java.util.HashMap;
import java.util.Map;

/** Named parameters of a statement whose values may be null, unlike those of {@link Map#of()}. */
public final class Parameters {

    private Parameters() {}

    public static Map<String, Object> of(String name, Object value, String otherName, Object otherValue) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(name, value);
        parameters.put(otherName, otherValue);
        return parameters;
    }
}
