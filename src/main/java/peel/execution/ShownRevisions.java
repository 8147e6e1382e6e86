package peel.execution;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that this process has answered with, so that it never goes back to an older one because a connection
 * leads to a standby that is behind. If the primary goes back, for example by a restore, so does the service.
 */
final class ShownRevisions {

    /** How many revisions are remembered. A standby that is further behind than these is not recognised. */
    private static final int REMEMBERED = 1_000;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private volatile @Nullable UUID latest;

    /** When the latest revision became the latest, by {@link System#nanoTime}. */
    private long latestSince;

    /** A position in the write-ahead log that all servers with the latest revision have replayed. */
    private long latestPosition = UNKNOWN;

    /** Those before the latest, the oldest first. */
    private final Set<UUID> superseded = new LinkedHashSet<>();

    /** Whether no newer revision was shown than this one, which was. */
    boolean isLatest(@Nullable UUID revision) {
        return revision != null && revision.equals(latest);
    }

    /**
     * Shows a revision that was read from the primary. An older one than the latest becomes the latest, unless it was read
     * before the latest was shown.
     *
     * @param begun when reading began, by {@link System#nanoTime}
     */
    synchronized void showPrimary(@Nullable UUID revision, long begun) {
        if (!superseded.contains(revision) || begun - latestSince > 0) {
            makeLatest(revision);
        }
    }

    /**
     * Shows a revision that was read from a standby.
     *
     * @param begun when reading began, by {@link System#nanoTime}
     * @return whether it may be shown: not if it is older than one that was shown before reading began
     */
    synchronized boolean showStandby(@Nullable UUID revision, long begun) {
        if (superseded.contains(revision)) {
            return begun - latestSince < 0;
        }
        makeLatest(revision);
        return true;
    }

    /**
     * Shows a revision that was read from a standby. It may be older than the latest if the standby has replayed what
     * brought the latest: then the primary went back.
     *
     * @param replayed the position in the write-ahead log up to which the standby had replayed before the revision was
     *     read
     * @return whether it is the latest now
     */
    synchronized boolean showStandbyAt(@Nullable UUID revision, long replayed) {
        if (superseded.contains(revision) && replayed < latestPosition) {
            return false;
        }
        makeLatest(revision);
        return true;
    }

    /** Whether no position is known that all servers with the latest revision have replayed. */
    synchronized boolean needsPosition() {
        return latest != null && latestPosition == UNKNOWN;
    }

    /**
     * Notes a position in the write-ahead log.
     *
     * @param revision what was read before the position, from the same server
     */
    synchronized void setPosition(@Nullable UUID revision, long position) {
        if (revision != null && revision.equals(latest)) {
            latestPosition = position;
        }
    }

    private void makeLatest(@Nullable UUID revision) {
        if (revision == null || revision.equals(latest)) {
            return;
        }
        if (latest != null) {
            superseded.add(latest);
        }
        superseded.remove(revision);
        if (superseded.size() > REMEMBERED) {
            superseded.remove(superseded.iterator().next());
        }
        latest = revision;
        latestSince = System.nanoTime();
        latestPosition = UNKNOWN;
    }
}
