package peel.endpoint.telemetry;

import java.util.Locale;

/** How a request was answered. The labels are part of the metrics: dashboards match them. */
public enum Outcome {
    /** By an execution, without errors. */
    EXECUTED,
    /** From memory. */
    KEPT,
    /** By status 304, because the client has the answer already. */
    UNCHANGED,
    /** With errors, with or without data. */
    FAILED;

    private final String label = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return label;
    }
}
