package peel.download;

import java.io.IOException;

/** A download cannot go on because of its client, or because it must end. */
final class EndedDownloadException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    EndedDownloadException(Outcome outcome) {
        super(outcome.name());
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
