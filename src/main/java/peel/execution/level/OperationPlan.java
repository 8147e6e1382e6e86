package peel.execution.level;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The selections of an operation, collected once for its document. */
public final class OperationPlan {

    private final Function<Map<String, @Nullable Object>, ObjectSelection> root;
    private final Set<String> fields;

    /**
     * Creates a plan.
     *
     * @param root returns the fields selected at the root for values of the variables
     * @param fields the names of all fields in the document
     */
    OperationPlan(Function<Map<String, @Nullable Object>, ObjectSelection> root, Set<String> fields) {
        this.root = root;
        this.fields = fields;
    }

    /** The names of all fields that the operation may select, of whatever type. */
    public Set<String> fields() {
        return fields;
    }

    ObjectSelection root(Map<String, @Nullable Object> variables) {
        return root.apply(variables);
    }
}
