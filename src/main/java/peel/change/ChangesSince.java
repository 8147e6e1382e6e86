package peel.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.dataset.DatasetRevision;
import peel.error.BadUserInputException;
import peel.error.Quotation;

/**
 * From where on changes are asked for: after a state of the data, after a change, or from a time.
 *
 * @param revision the number of the revision after which changes are asked for
 * @param position the change of that revision after which its changes are asked for as well; null for none of them
 */
record ChangesSince(int revision, @Nullable Long position) {

    /** Of all changes that are kept. */
    static final ChangesSince START = new ChangesSince(0, null);

    private static final Pattern STATE =
            Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?::([0-9]{1,18}))?");

    /** No time that anybody means is longer. */
    private static final int LONGEST = 40;

    /**
     * Reads where changes are asked for.
     *
     * @throws BadUserInputException if the text is no state, position or time, if the database does not have the state, or
     *     if the log lacks changes after it
     */
    static ChangesSince of(String since) {
        Matcher state = STATE.matcher(since);
        if (state.matches()) {
            Long position = state.group(2) == null ? null : Long.valueOf(state.group(2));
            return new ChangesSince(ofState(since, state.group(1), position != null), position);
        }
        return new ChangesSince(DatasetRevision.lastBefore(time(since)), null);
    }

    /** The position of a change, as this class reads it. */
    static String after(UUID state, long position) {
        return state + ":" + position;
    }

    private static int ofState(String since, String state, boolean itsChangesToo) {
        int revision = DatasetRevision.ofIdentity(UUID.fromString(state))
                .map(found -> found.revision)
                .orElseThrow(() -> new BadUserInputException(
                        "\"%s\" is not a state of this database: read the data again, and pass its state next time."
                                .formatted(state)));
        if (!DatasetChange.areAllKeptAfter(itsChangesToo ? revision - 1 : revision)) {
            throw new BadUserInputException(
                    "Changes since \"%s\" are not all kept: read the data again, and pass its state next time."
                            .formatted(since));
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
