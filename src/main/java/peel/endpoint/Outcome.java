package peel.endpoint;

import java.util.Locale;

/** How a request was answered, as metrics, logs and traces tell it. */
enum Outcome {
    /** From the database. */
    EXECUTED,
    /** From memory. */
    KEPT,
    /** With 304: the client has the answer already. */
    UNCHANGED,
    /** With errors, be it beside data. */
    FAILED;

    private final String label = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return label;
    }
}
