package peel.query;

import java.sql.SQLException;

/** An import came between: what was read until then is of another revision. */
public final class RevisionChangedException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** PostgreSQL's own code for what has to be tried again. */
    private static final String SERIALIZATION_FAILURE = "40001";

    RevisionChangedException(int expected, int found) {
        super("The dataset's revision is %d, not %d".formatted(found, expected), SERIALIZATION_FAILURE);
    }
}
