package peel.importing;

import java.util.ArrayList;
import java.util.List;

/** Collects the errors of one file: the first ones in full, of the rest the number. */
final class Problems {

    private static final int KEPT = 100;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(DatasetException error) {
        count += error.count();
        for (String problem : error.problems()) {
            if (first.size() < KEPT) {
                first.add(problem);
            }
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Ends the import if there is an error.
     *
     * @throws DatasetException with all that were added
     */
    void refuse() {
        if (count > 0) {
            throw new DatasetException(first, count);
        }
    }
}
