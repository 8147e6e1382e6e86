package peel.execution.level;

import com.fasterxml.jackson.core.SerializableString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of an answer: the values of its fields in the order of the answer. */
public final class ObjectValue {

    /** The index of an object that is not an element of a list. */
    static final int NO_INDEX = -1;

    private final ObjectSelection selection;
    private final Object source;
    private final @Nullable ObjectValue parent;
    private final int slot;
    private final int index;
    private final @Nullable Object[] values;
    private boolean isNull;

    /**
     * Creates an object whose fields have no values yet.
     *
     * @param source the object that the fields are fetched from
     * @param parent the object that contains this one, null for the root of the answer
     * @param slot the position of the parent's field that contains this object
     * @param index the position in that field's list, or {@link #NO_INDEX}
     */
    ObjectValue(ObjectSelection selection, Object source, @Nullable ObjectValue parent, int slot, int index) {
        this.selection = selection;
        this.source = source;
        this.parent = parent;
        this.slot = slot;
        this.index = index;
        this.values = new @Nullable Object[selection.fields().length];
    }

    /** The number of fields. */
    public int size() {
        return values.length;
    }

    /** The response name of a field. */
    public SerializableString key(int field) {
        return selection.fields()[field].responseKey;
    }

    /**
     * The value of a field: text, a number, a Boolean, an {@link ObjectValue}, a list of these, or null. Fields of
     * introspection have maps and lists.
     */
    public @Nullable Object value(int field) {
        return values[field];
    }

    ObjectSelection selection() {
        return selection;
    }

    Object source() {
        return source;
    }

    /** The root of the answer. */
    ObjectValue root() {
        ObjectValue object = this;
        while (object.parent != null) {
            object = object.parent;
        }
        return object;
    }

    /** Whether a non-null field of the root of the answer failed, so that the answer has no data. */
    boolean isNull() {
        return isNull;
    }

    void set(int field, @Nullable Object value) {
        values[field] = value;
    }

    /**
     * Sets a field to null. If the field is non-null, the null moves up to the object that contains it, and so on.
     *
     * @param at the index of the element that is null in the field's list, or {@link #NO_INDEX}
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

    /** The path of a field or list element, as errors have it. */
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
