package peel.query;

import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Thrown when an import has changed the dataset while an answer was read, so that the answer must be read again. */
public final class RevisionChangedException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** PostgreSQL's code for transactions that must be retried. */
    private static final String SERIALIZATION_FAILURE = "40001";

    RevisionChangedException(@Nullable UUID expected) {
        super("The dataset's revision is no longer %s".formatted(expected), SERIALIZATION_FAILURE);
    }
}
