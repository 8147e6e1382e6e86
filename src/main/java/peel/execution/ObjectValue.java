package peel.execution;

import com.fasterxml.jackson.core.SerializableString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An object of an answer: the values of its fields, in the order of the answer. */
public final class ObjectValue {

    /** Where it isn't in a list. */
    static final int NO_INDEX = -1;

    private final ObjectSelection selection;
    private final Object source;
    private final ObjectValue parent;
    private final int slot;
    private final int index;
    private final Object[] values;
    private boolean isNull;

    /**
     * An object in the answer.
     *
     * @param source what its fields are fetched from
     * @param parent the object that it is a field's value of, null for the answer itself
     * @param slot which field's
     * @param index its place in that field's list, or {@link #NO_INDEX}
     */
    ObjectValue(ObjectSelection selection, Object source, ObjectValue parent, int slot, int index) {
        this.selection = selection;
        this.source = source;
        this.parent = parent;
        this.slot = slot;
        this.index = index;
        this.values = new Object[selection.fields().length];
    }

    /** How many fields it has. */
    public int size() {
        return values.length;
    }

    /** The key of a field. */
    public SerializableString key(int field) {
        return selection.fields()[field].responseKey;
    }

    /**
     * The value of a field: text, a number, a truth value, an {@link ObjectValue}, a list of these,
     * what introspection gave as maps and lists, or null.
     */
    public Object value(int field) {
        return values[field];
    }

    ObjectSelection selection() {
        return selection;
    }

    Object source() {
        return source;
    }

    /** Whether it became null by a field of its own that may not be null; of the answer itself. */
    boolean isNull() {
        return isNull;
    }

    void set(int field, Object value) {
        values[field] = value;
    }

    /**
     * Makes a field null, and where it may not be, the object that it is a field of, and so on.
     *
     * @param at the place in the field's list of the element that is null, or {@link #NO_INDEX}
     */
    void nullify(int field, int at) {
        SelectedField selected = selection.fields()[field];
        if (at != NO_INDEX && selected.elementsNullable) {
            if (values[field] instanceof List<?> elements) {
                elements.set(at, null);
            }
            return;
        }
        values[field] = null;
        if (selected.nullable) {
            return;
        }
        if (parent == null) {
            isNull = true;
        } else {
            parent.nullify(slot, index);
        }
    }

    /** The path of a field, as errors tell it. */
    List<Object> path(int field, int at) {
        List<Object> path = new ArrayList<>();
        if (at != NO_INDEX) {
            path.add(at);
        }
        path.add(key(field).getValue());
        for (ObjectValue object = this; object.parent != null; object = object.parent) {
            if (object.index != NO_INDEX) {
                path.add(object.index);
            }
            path.add(object.parent.key(object.slot).getValue());
        }
        Collections.reverse(path);
        return path;
    }
}
