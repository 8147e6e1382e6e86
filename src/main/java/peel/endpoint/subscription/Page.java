package peel.endpoint.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import peel.http.MemoryBudget;

/**
 * Events that are being sent to some subscribers at the same time, once executed and written for all of them. They count in
 * the budget of answers until the last subscriber has them; subscribers that read too slowly are disconnected.
 */
final class Page {

    /** An event. */
    static final class Event {

        private final String position;
        private final byte[] answer;
        private volatile @Nullable String text;

        /**
         * Creates an event.
         *
         * @param position where the subscription continues after the event
         * @param answer the event as JSON
         */
        Event(String position, byte[] answer) {
            this.position = position;
            this.answer = answer;
        }

        String position() {
            return position;
        }

        /** The event as JSON. */
        String text() {
            String known = text;
            if (known == null) {
                known = new String(answer, UTF_8);
                text = known;
            }
            return known;
        }
    }

    private final List<Event> events;
    private final String position;
    private final @Nullable UUID complete;
    private final Set<Subscriber> unfinished = ConcurrentHashMap.newKeySet();
    private final MemoryBudget.Claim claim;
    private byte @Nullable [] stream;

    /**
     * Creates a page.
     *
     * @param position where the subscription continues after the page
     * @param complete the identity of the revision of which there are no more events, null if there may be more
     */
    Page(
            List<Event> events,
            String position,
            @Nullable UUID complete,
            List<Subscriber> subscribers,
            MemoryBudget budget) {
        this.events = events;
        this.position = position;
        this.complete = complete;
        unfinished.addAll(subscribers);
        claim = budget.claim(this, () -> List.copyOf(unfinished).forEach(Subscriber::disconnect));
    }

    List<Event> events() {
        return events;
    }

    String position() {
        return position;
    }

    @Nullable UUID complete() {
        return complete;
    }

    /** Counts the page from now on, until {@link #isRead} by all. Returns false if there is not enough memory. */
    boolean isAdmitted() {
        boolean admitted =
                claim.add(events.stream().mapToInt(event -> event.answer.length).sum());
        claim.awaitReader();
        return admitted;
    }

    /** The subscriber has the page, or has gone. */
    void isRead(Subscriber by) {
        if (unfinished.remove(by) && unfinished.isEmpty()) {
            claim.close();
        }
    }

    /**
     * The page as a part of an event stream. Without events it is only a new last event id, so that a client that connects
     * again after a long time without events does not ask for what it cannot have missed.
     */
    synchronized byte[] stream() {
        if (stream == null) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (Event event : events) {
                EventText.next(text, event.position, event.answer);
            }
            if (complete != null) {
                text.writeBytes(("id: " + position + "\n\n").getBytes(UTF_8));
            }
            stream = text.toByteArray();
        }
        return stream;
    }
}
