package peel.page;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When pages last changed: with the data, as pages of the last revision say it, or with the program and its settings, which
 * is not before the start of the service. Times are rounded up to a second, and not told within that second: two imports
 * within one second would have the same time, and a client would keep the page of the first.
 */
@Singleton
class ModifiedTimes {

    /** RFC 9110, section 5.6.7. The JDK's own format has days of one digit. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private record Modified(UUID revision, Instant time) {}

    private final Instant started = roundedUp(Instant.now());

    private volatile @Nullable Modified last;

    /** Remembers what a page of a revision says. */
    void learn(@Nullable UUID revision, @Nullable String updatedAt) {
        if (revision != null && updatedAt != null) {
            Instant time = roundedUp(OffsetDateTime.parse(updatedAt).toInstant());
            last = new Modified(revision, time.isBefore(started) ? started : time);
        }
    }

    private static Instant roundedUp(Instant time) {
        Instant second = Instant.ofEpochSecond(time.getEpochSecond());
        return second.equals(time) ? second : second.plusSeconds(1);
    }

    /** When the pages of a revision last changed, null if that is unknown or has just happened. */
    @Nullable Instant of(@Nullable UUID revision) {
        Modified known = last;
        return known != null && known.revision.equals(revision) && known.time.isBefore(Instant.now())
                ? known.time
                : null;
    }

    /** As HTTP writes it. */
    static String text(Instant time) {
        return HTTP_DATE.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Whether nothing changed since the time of a header {@code If-Modified-Since}. A malformed one is ignored. */
    static boolean isUnchangedSince(@Nullable Instant modified, @Nullable String since) {
        if (modified == null || since == null) {
            return false;
        }
        try {
            return !modified.isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since)));
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
