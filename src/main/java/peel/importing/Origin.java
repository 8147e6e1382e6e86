package peel.importing;

/** Where rows come from, which decides what they may replace. */
enum Origin {
    /**
     * The dataset that is loaded at the start. It leaves alone what an import brought: rows that
     * name their file.
     */
    DATASET,
    /** A CSV file: its rows replace what is stored, an empty cell replaces a value. */
    CSV,
    /** A report, which is silent on some columns: what it doesn't say replaces nothing. */
    REPORT
}
