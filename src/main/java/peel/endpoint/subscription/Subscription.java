package peel.endpoint.subscription;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.execution.BoundOperation;

/** A subscription of one client: an operation, and how far its events have been read. */
final class Subscription {

    /** What is executed once for all subscriptions that have read as far. */
    record Key(
            String query,
            @Nullable String operationName,
            Map<String, @Nullable Object> variables,
            @Nullable String position) {}

    private final Subscriptions all;
    private final BoundOperation operation;
    private final Subscriber subscriber;

    // Guarded by the lock of all subscriptions.
    private @Nullable String position;
    private @Nullable UUID complete;
    private long seen;
    private boolean ended;

    Subscription(Subscriptions all, BoundOperation operation, @Nullable String position, Subscriber subscriber) {
        this.all = all;
        this.operation = operation;
        this.position = position;
        this.subscriber = subscriber;
    }

    BoundOperation operation() {
        return operation;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    /** The client can take the next events. */
    void proceed() {
        all.proceed(this);
    }

    /** Ends the subscription. Only the first call has an effect. */
    void end() {
        all.end(this);
    }

    boolean isEnded() {
        return ended;
    }

    void setEnded() {
        ended = true;
    }

    Key key() {
        return new Key(
                operation.request().query(),
                operation.request().operationName(),
                operation.request().variables(),
                position);
    }

    /**
     * The client gets a page.
     *
     * @param changes how often there had been a new revision before the page was read
     */
    void advance(Page page, long changes) {
        position = page.position();
        complete = page.complete();
        seen = changes;
    }

    /**
     * Whether all events that there are have been sent.
     *
     * @param revision the identity of the current revision, null if it is unknown
     * @param changes how often there was a new revision
     */
    boolean isComplete(@Nullable UUID revision, long changes) {
        // A page may be of a revision that was not noticed yet.
        return complete != null && (complete.equals(revision) || seen == changes);
    }
}
