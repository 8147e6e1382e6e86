package peel.execution.level;

import java.util.Map;
import java.util.function.Function;

/** The selections of an operation, collected once for its document. */
public final class OperationPlan {

    private final Function<Map<String, Object>, ObjectSelection> root;

    /**
     * Creates a plan.
     *
     * @param root returns the fields selected at the root for values of the variables
     */
    OperationPlan(Function<Map<String, Object>, ObjectSelection> root) {
        this.root = root;
    }

    ObjectSelection root(Map<String, Object> variables) {
        return root.apply(variables);
    }
}
