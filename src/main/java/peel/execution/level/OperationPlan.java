package peel.execution.level;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The selections of an operation, collected once for its document. */
public final class OperationPlan {

    private final Function<Map<String, @Nullable Object>, ObjectSelection> root;

    /**
     * Creates a plan.
     *
     * @param root returns the fields selected at the root for values of the variables
     */
    OperationPlan(Function<Map<String, @Nullable Object>, ObjectSelection> root) {
        this.root = root;
    }

    ObjectSelection root(Map<String, @Nullable Object> variables) {
        return root.apply(variables);
    }
}
