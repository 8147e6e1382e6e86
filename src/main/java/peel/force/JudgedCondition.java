package peel.force;

import peel.error.BadUserInputException;
import peel.query.Selection;

/**
 * Selects forces by their judgments. The implementation is in the package of judgments, which depends on this one and
 * owns the table.
 */
public interface JudgedCondition {

    /**
     * The SQL condition that a force has a matching current judgment.
     *
     * @param forces gets the condition's parameters
     * @param forceKey the SQL expression of a force's key in the selection
     * @throws BadUserInputException if the filter names a cycle or question that does not exist
     */
    String of(Selection<Force> forces, String forceKey, JudgedFilter filter);
}
