package peel.execution;

import java.util.OptionalInt;

/** Knows the dataset's revision. */
public interface RevisionSource {

    /** The dataset's current revision, or empty while it is unknown. */
    OptionalInt current();
}
