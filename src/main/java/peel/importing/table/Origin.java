package peel.importing.table;

/** Where rows come from, which decides what they may replace. */
public enum Origin {
    /**
     * The dataset that is part of the program, loaded at the start. It does not replace imported rows, which name their
     * file. It makes no new version of a judgment, since it withdraws its own errors beforehand: what differs is a user's.
     */
    BUNDLED,
    /** A dataset in an operator's folder, loaded at the start. It does not replace imported rows. */
    DATASET,
    /** A CSV file. Its rows replace what is stored, and an empty cell replaces a value. */
    CSV,
    /** A report, which says nothing about some columns: an empty cell replaces no value. */
    REPORT;

    /** Whether the rows are loaded at the start. */
    public boolean isDataset() {
        return this == BUNDLED || this == DATASET;
    }
}
