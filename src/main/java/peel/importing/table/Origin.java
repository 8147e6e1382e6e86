package peel.importing.table;

/** Where rows come from, which decides what they may replace. */
public enum Origin {
    /** The dataset that is loaded at the start. It does not replace imported rows, which name their file. */
    DATASET,
    /** A CSV file. Its rows replace what is stored, and an empty cell replaces a value. */
    CSV,
    /** A report, which says nothing about some columns: an empty cell replaces no value. */
    REPORT
}
