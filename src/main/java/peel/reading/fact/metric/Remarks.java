package peel.reading.fact.metric;

import peel.reading.text.Lines;

/** How remarks name a place. */
final class Remarks {

    private Remarks() {}

    static String lines(Draft draft) {
        Lines lines = draft.place().lines();
        return lines.from() == lines.to() ? "line " + lines.from() : "lines " + lines.from() + "-" + lines.to();
    }
}
