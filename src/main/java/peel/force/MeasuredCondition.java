package peel.force;

import java.util.List;
import java.util.UUID;
import peel.error.BadUserInputException;

/** Selects forces by their figures. The implementation is in the package of observations, which depends on this one. */
public interface MeasuredCondition {

    /**
     * The keys of the forces whose figure matches.
     *
     * @throws BadUserInputException if the filter names a metric, dimension or day that does not exist
     */
    List<UUID> matching(MeasuredFilter filter);
}
