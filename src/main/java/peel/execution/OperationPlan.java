package peel.execution;

import java.util.Map;
import java.util.function.Function;

/** What an operation selects, collected once for its document. */
public final class OperationPlan {

    private final Function<Map<String, Object>, ObjectSelection> root;

    /**
     * A plan.
     *
     * @param root what is selected of the query, by the variables' values
     */
    OperationPlan(Function<Map<String, Object>, ObjectSelection> root) {
        this.root = root;
    }

    ObjectSelection root(Map<String, Object> variables) {
        return root.apply(variables);
    }
}
