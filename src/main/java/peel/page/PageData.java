package peel.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.execution.level.ObjectValue;

/** An object of an operation's answer. */
public final class PageData {

    static final PageData NOTHING = new PageData(Map.of());

    /** An {@link ObjectValue} or, in tests, a map. */
    private final Object object;

    private PageData(Object object) {
        this.object = object;
    }

    /** The object that an execution returned. */
    public static PageData of(ObjectValue object) {
        return new PageData(object);
    }

    /** The object with these fields. */
    public static PageData of(Map<String, ? extends @Nullable Object> fields) {
        return new PageData(fields);
    }

    /** The value of a field, null if it is null. */
    private @Nullable Object value(String field) {
        if (object instanceof ObjectValue values) {
            for (int i = 0; i < values.size(); i++) {
                if (values.key(i).getValue().equals(field)) {
                    return values.value(i);
                }
            }
            throw unknown(field);
        }
        Map<?, ?> fields = (Map<?, ?>) object;
        if (!fields.containsKey(field)) {
            throw unknown(field);
        }
        return fields.get(field);
    }

    private static IllegalArgumentException unknown(String field) {
        return new IllegalArgumentException("The operation does not select the field " + field);
    }

    /** Whether the operation selected a field. */
    public boolean has(String field) {
        if (object instanceof ObjectValue values) {
            for (int i = 0; i < values.size(); i++) {
                if (values.key(i).getValue().equals(field)) {
                    return true;
                }
            }
            return false;
        }
        return ((Map<?, ?>) object).containsKey(field);
    }

    public boolean isNull(String field) {
        return value(field) == null;
    }

    /** The text, the name of the enum value or the date in ISO form; null if the field is null. */
    public @Nullable String optionalText(String field) {
        Object value = value(field);
        return value == null ? null : value.toString();
    }

    /** As {@link #optionalText} of a field that is never null. */
    public String text(String field) {
        String text = optionalText(field);
        if (text == null) {
            throw new IllegalArgumentException("The field " + field + " is null");
        }
        return text;
    }

    /** A number with the decimals of the source; null if the field is null. */
    public @Nullable BigDecimal decimal(String field) {
        Object value = value(field);
        return value == null ? null : value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    /** A whole number of a field that is never null. */
    public int integer(String field) {
        return Integer.parseInt(text(field));
    }

    public boolean isTrue(String field) {
        return Boolean.TRUE.equals(value(field));
    }

    /** An object; null if the field is null. */
    public @Nullable PageData optionalObject(String field) {
        Object value = value(field);
        return value == null ? null : new PageData(value);
    }

    /** As {@link #optionalObject} of a field that is never null. */
    public PageData object(String field) {
        PageData found = optionalObject(field);
        if (found == null) {
            throw new IllegalArgumentException("The field " + field + " is null");
        }
        return found;
    }

    /** The objects of a list, without those that are null. */
    public List<PageData> objects(String field) {
        List<PageData> objects = new ArrayList<>();
        for (Object element : elements(field)) {
            if (element != null) {
                objects.add(new PageData(element));
            }
        }
        return objects;
    }

    /** The objects of a list, null where an element is null. */
    public List<@Nullable PageData> optionalObjects(String field) {
        List<@Nullable PageData> objects = new ArrayList<>();
        for (Object element : elements(field)) {
            objects.add(element == null ? null : new PageData(element));
        }
        return objects;
    }

    /** The texts of a list. */
    public List<String> texts(String field) {
        return elements(field).stream().map(String::valueOf).toList();
    }

    private Collection<?> elements(String field) {
        Object value = value(field);
        return value == null ? List.of() : (Collection<?>) value;
    }
}
