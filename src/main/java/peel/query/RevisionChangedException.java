package peel.query;

import java.sql.SQLException;

/** Thrown when an import has changed the dataset while an answer was read, so that the answer must be read again. */
public final class RevisionChangedException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** PostgreSQL's code for transactions that must be retried. */
    private static final String SERIALIZATION_FAILURE = "40001";

    RevisionChangedException(int expected, int found) {
        super("The dataset's revision is %d, not %d".formatted(found, expected), SERIALIZATION_FAILURE);
    }
}
