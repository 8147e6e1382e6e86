package peel.query;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named parameters of a statement whose values may be null, unlike those of {@link Map#of()}. */
public final class Parameters {

    private Parameters() {}

    public static Map<String, @Nullable Object> of(
            String name, @Nullable Object value, String otherName, @Nullable Object otherValue) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put(name, value);
        parameters.put(otherName, otherValue);
        return parameters;
    }
}
