package peel.importing.input;

import java.util.ArrayList;
import java.util.List;

/** Collects the errors of one file: the first hundred in full, and the number of all. */
public final class Problems {

    private static final int LISTED = 100;

    private final List<String> first = new ArrayList<>();
    private long count;

    public void add(DatasetException error) {
        count += error.count();
        for (String problem : error.problems()) {
            if (first.size() < LISTED) {
                first.add(problem);
            }
        }
    }

    /**
     * Ends the import if there is an error.
     *
     * @throws DatasetException with all errors that were added
     */
    public void throwIfAny() {
        if (count > 0) {
            throw new DatasetException(first, count);
        }
    }
}
