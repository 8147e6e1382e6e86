package peel.execution;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShownRevisionsTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    private final ShownRevisions shown = new ShownRevisions();

    @Test
    void neverGoesBackToAnOlderRevisionOfAStandby() {
        assertTrue(shown.showStandby(FIRST, now()));
        assertTrue(shown.showStandby(SECOND, now()));
        assertFalse(shown.showStandby(FIRST, now()));
        assertTrue(shown.isLatest(SECOND));
        assertTrue(shown.showStandby(SECOND, now()));
    }

    @Test
    void goesBackWithThePrimary() {
        shown.showPrimary(FIRST, now());
        shown.showPrimary(SECOND, now());
        shown.showPrimary(FIRST, now());
        assertTrue(shown.isLatest(FIRST));
        assertTrue(shown.showStandby(FIRST, now()));
    }

    /** A request may end after one that began later. Its revision is not what the next one gets. */
    @Test
    void doesNotGoBackWithARequestThatBeganEarlier() {
        shown.showPrimary(FIRST, now());
        long begun = now();
        shown.showPrimary(SECOND, now());
        shown.showPrimary(FIRST, begun);
        assertTrue(shown.isLatest(SECOND));
        assertTrue(shown.showStandby(FIRST, begun));
        assertTrue(shown.isLatest(SECOND));
    }

    @Test
    void goesBackWithAStandbyThatHasReplayedWhatBroughtTheLatestRevision() {
        assertTrue(shown.showStandbyAt(FIRST, 100));
        assertTrue(shown.showStandbyAt(SECOND, 150));
        assertFalse(shown.showStandbyAt(FIRST, 1_000), "no position of the second revision is known");
        assertTrue(shown.needsPosition());
        shown.setPosition(SECOND, 200);
        assertFalse(shown.needsPosition());
        assertFalse(shown.showStandbyAt(FIRST, 199));
        assertTrue(shown.showStandbyAt(FIRST, 200));
        assertTrue(shown.isLatest(FIRST));
    }

    @Test
    void takesAnotherRevisionThanAnyBeforeForANewerOne() {
        shown.showPrimary(FIRST, now());
        assertTrue(shown.showStandby(SECOND, now()));
        assertFalse(shown.showStandby(FIRST, now()));
    }

    private static long now() {
        return System.nanoTime();
    }
}
