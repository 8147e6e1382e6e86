package peel.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import peel.dataset.DatasetRevision;
import peel.error.BadUserInputException;
import peel.error.Quotation;

/** From where on changes are asked for: after a state of the data, or from a time. */
final class ChangesSince {

    private static final Pattern STATE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** No time that anybody means is longer. */
    private static final int LONGEST = 40;

    private ChangesSince() {}

    /**
     * The number of the revision after which changes are asked for.
     *
     * @throws BadUserInputException if the text is no state or time, if the database does not have the state, or if the log
     *     lacks changes after it
     */
    static int revision(String since) {
        if (STATE.matcher(since).matches()) {
            return ofState(since);
        }
        return DatasetRevision.lastBefore(time(since));
    }

    private static int ofState(String state) {
        int revision = DatasetRevision.ofIdentity(UUID.fromString(state))
                .map(found -> found.revision)
                .orElseThrow(() -> new BadUserInputException(
                        "\"%s\" is not a state of this database: read the data again, and pass its state next time."
                                .formatted(state)));
        if (!DatasetChange.areAllKeptAfter(revision)) {
            throw new BadUserInputException(
                    "Changes since \"%s\" are not all kept: read the data again, and pass its state next time."
                            .formatted(state));
        }
        return revision;
    }

    private static OffsetDateTime time(String text) {
        try {
            if (text.length() <= LONGEST) {
                return text.indexOf('T') < 0
                        ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                        : OffsetDateTime.parse(text);
            }
        } catch (DateTimeException unreadable) {
            // Reported below.
        }
        throw new BadUserInputException(
                "\"since\" is \"%s\", but must be a state of the data, a time such as 2026-11-30T12:00:00Z or a date such as 2026-11-30."
                        .formatted(Quotation.of(text)));
    }
}
