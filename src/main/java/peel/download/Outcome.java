package peel.download;

import java.util.Locale;

/** How a download ended. */
enum Outcome {
    COMPLETE,
    /** The client has what it asked for. */
    NOT_MODIFIED,
    /** There were too many downloads. */
    REFUSED,
    /** The client hung up. */
    ABORTED,
    /** The client read too slowly. */
    SLOW,
    /** The download took too long. */
    TIMEOUT,
    /** The service stops. */
    STOPPED,
    /** The database failed or is unavailable. */
    FAILED;

    /** The value of the metric's tag. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
