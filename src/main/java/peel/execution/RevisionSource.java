package peel.execution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows the dataset's revision. Revisions are told apart by their random identities, never by their numbers: after a
 * restore from a backup, the next import gets a number that another revision had.
 */
public interface RevisionSource {

    /** The identity of the dataset's current revision, or null while it is unknown and before the first import. */
    @Nullable UUID current();
}
