package peel.endpoint.subscription;

import graphql.GraphQLError;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import peel.endpoint.telemetry.Outcome;
import peel.endpoint.telemetry.Telemetry;
import peel.error.ErrorCode;
import peel.execution.AnswerWriter;
import peel.execution.BoundOperation;
import peel.execution.ExecutionPermits;
import peel.execution.NextEvents;
import peel.execution.Operations;
import peel.execution.RevisionWatch;
import peel.execution.error.ClientErrors;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.error.GraphQLErrors;
import peel.execution.error.RefusedOperationException;
import peel.execution.memory.MemoryBudgets;
import peel.http.MemoryBudget;
import peel.query.Deadline;
import peel.query.DeadlinePassedException;

/**
 * All subscriptions. Events come from the database, never from a queue in memory: a subscription only knows how far its
 * client has read, and reads on when there is a new revision and its client is ready. Subscriptions with the same operation
 * that have read as far are executed together, once, and all of their clients get the same bytes.
 */
@Singleton
public class Subscriptions {

    private static final Logger LOG = Logger.getLogger(Subscriptions.class);

    /** How many operations are executed at the same time. Requests go on meanwhile. */
    private static final int EXECUTING = 2;

    /** How long until an execution that found no permit or no database is tried again. */
    private static final long BUSY_MILLIS = 50;

    private static final long UNAVAILABLE_MILLIS = 500;

    /** In bytes. Further events of a page are left for the next one. */
    private static final int LARGEST_PAGE = 256 * 1_024;

    private final Operations operations;
    private final ExecutionPermits permits;
    private final AnswerWriter writer;
    private final Telemetry telemetry;
    private final RevisionWatch revisions;
    private final MemoryBudget sending;
    private final Vertx vertx;
    private final int limit;
    private final long maxEvent;
    private final Counter sent;
    private final Counter disconnected;

    // Guarded by the lock of this object, which is held for microseconds.
    private final Set<Subscription> waiting = new LinkedHashSet<>();
    private final Map<Subscription.Key, List<Subscription>> queue = new LinkedHashMap<>();
    private int open;
    private int executing;

    /** How often there was a new revision. */
    private long changes;

    Subscriptions(
            Operations operations,
            ExecutionPermits permits,
            AnswerWriter writer,
            Telemetry telemetry,
            RevisionWatch revisions,
            MemoryBudgets memory,
            Vertx vertx,
            SubscriptionConfig config,
            MeterRegistry registry) {
        this.operations = operations;
        this.permits = permits;
        this.writer = writer;
        this.telemetry = telemetry;
        this.revisions = revisions;
        this.sending = memory.sending();
        this.vertx = vertx;
        this.limit = config.maxSubscriptions();
        this.maxEvent = Math.min(config.maxEvent().asLongValue(), memory.maxAnswer());
        this.sent = Counter.builder("peel.subscription.events")
                .description("Events sent to subscribers")
                .register(registry);
        this.disconnected = Counter.builder("peel.subscription.disconnected")
                .description("Subscribers that were disconnected because they read too slowly")
                .register(registry);
        Gauge.builder("peel.subscriptions", this, Subscriptions::open)
                .description("Open subscriptions")
                .register(registry);
        revisions.whenChanged(this::wake);
    }

    private synchronized int open() {
        return open;
    }

    /** The maximum number of subscriptions. */
    int limit() {
        return limit;
    }

    /**
     * Opens a subscription; {@link Subscription#proceed} begins to read.
     *
     * @param position of the last event that the client has, null to begin as the operation says
     * @return null if there are too many
     */
    synchronized @Nullable Subscription open(
            BoundOperation operation, @Nullable String position, Subscriber subscriber) {
        if (open >= limit) {
            return null;
        }
        open++;
        return new Subscription(this, operation, position, subscriber);
    }

    /** Counts a client that was disconnected because it read too slowly. */
    void countDisconnected() {
        disconnected.increment();
        LOG.debug("A subscriber was disconnected because it read too slowly");
    }

    synchronized void end(Subscription ended) {
        if (!ended.isEnded()) {
            ended.setEnded();
            waiting.remove(ended);
            open--;
        }
    }

    void proceed(Subscription ready) {
        proceed(List.of(ready));
    }

    private synchronized void proceed(List<Subscription> ready) {
        UUID revision = revisions.current();
        for (Subscription subscription : ready) {
            if (subscription.isEnded()) {
                continue;
            }
            if (subscription.isComplete(revision, changes)) {
                waiting.add(subscription);
            } else {
                enqueue(subscription);
            }
        }
        executeNext();
    }

    /** There is a new revision. */
    private synchronized void wake() {
        changes++;
        waiting.forEach(this::enqueue);
        waiting.clear();
        executeNext();
    }

    private void enqueue(Subscription ready) {
        queue.computeIfAbsent(ready.key(), key -> new ArrayList<>()).add(ready);
    }

    private void executeNext() {
        while (executing < EXECUTING && !queue.isEmpty()) {
            Subscription.Key key = queue.keySet().iterator().next();
            List<Subscription> subscriptions = Objects.requireNonNull(queue.remove(key));
            subscriptions.removeIf(Subscription::isEnded);
            if (!subscriptions.isEmpty()) {
                executing++;
                long seen = changes;
                vertx.executeBlocking(
                                () -> {
                                    execute(key.position(), seen, subscriptions);
                                    return null;
                                },
                                false)
                        .onComplete(done -> executed());
            }
        }
    }

    private synchronized void executed() {
        executing--;
        executeNext();
    }

    private void execute(@Nullable String position, long seen, List<Subscription> subscriptions) {
        BoundOperation operation = subscriptions.get(0).operation();
        if (!permits.tryAcquire()) {
            again(subscriptions, BUSY_MILLIS);
            return;
        }
        long cost = operation.cost() * operations.mostEvents(operation);
        try {
            if (!permits.tryEnter(cost)) {
                again(subscriptions, BUSY_MILLIS);
                return;
            }
            try {
                read(operation, position, seen, subscriptions);
            } finally {
                permits.leave(cost);
            }
        } finally {
            permits.release();
        }
    }

    private void again(List<Subscription> subscriptions, long millis) {
        vertx.setTimer(millis, id -> proceed(subscriptions));
    }

    private void read(
            BoundOperation operation, @Nullable String position, long seen, List<Subscription> subscriptions) {
        Telemetry.Request report = telemetry.new Request();
        report.arrived();
        report.resolved(operation.request());
        report.bound(operation);
        List<GraphQLError> failure;
        int status = 200;
        try {
            Page page = report.within(() -> page(operation, position, subscriptions));
            report.answered(200, Outcome.EXECUTED, null, List.of());
            deliver(page, seen, subscriptions);
            return;
        } catch (DatabaseUnavailableException e) {
            report.answered(503, Outcome.FAILED, null, List.of(ErrorCode.SERVICE_UNAVAILABLE));
            again(subscriptions, UNAVAILABLE_MILLIS);
            return;
        } catch (RefusedOperationException refused) {
            failure = refused.errors();
        } catch (DeadlinePassedException e) {
            status = 504;
            failure = List.of(GraphQLErrors.of(
                    ErrorCode.TIMEOUT,
                    "The events took longer than %d ms, the limit.".formatted(operations.timeoutMillis())));
        } catch (RuntimeException e) {
            status = 500;
            String id = UUID.randomUUID().toString();
            LOG.errorf(e, "Error %s", id);
            failure = List.of(GraphQLErrors.of(
                    ErrorCode.INTERNAL,
                    "Internal error. The service's log describes it under the id %s.".formatted(id)));
        }
        report.answered(status, Outcome.FAILED, null, ClientErrors.codes(failure));
        byte[] answer = writer.write(failure);
        byte[] errors = writer.writeList(failure);
        subscriptions.forEach(subscription -> subscription.subscriber().fail(answer, errors));
    }

    private Page page(BoundOperation operation, @Nullable String position, List<Subscription> subscriptions) {
        Deadline deadline = operations.deadline();
        NextEvents next = operations.next(operation, position, deadline);
        List<Page.Event> events = new ArrayList<>();
        long length = 0;
        boolean more = next.more();
        for (NextEvents.Event event : next.events()) {
            if (length > LARGEST_PAGE) {
                more = true;
                break;
            }
            // The state that the client already has.
            if (!event.position().equals(position)) {
                byte[] answer = write(event, deadline);
                length += answer.length;
                events.add(new Page.Event(event.position(), answer));
            }
        }
        UUID complete = more ? null : next.revision();
        String after = complete == null ? events.get(events.size() - 1).position() : complete.toString();
        return new Page(
                events,
                after,
                complete,
                subscriptions.stream().map(Subscription::subscriber).toList(),
                sending);
    }

    private byte[] write(NextEvents.Event event, Deadline deadline) {
        AtomicLong length = new AtomicLong();
        try {
            return writer.write(event.errors(), event.data(), more -> {
                deadline.check();
                if (length.addAndGet(more) > maxEvent) {
                    throw new RefusedOperationException(
                            ErrorCode.ANSWER_TOO_LARGE,
                            "The event has more than %d bytes, the limit. Select fewer fields.".formatted(maxEvent));
                }
            });
        } catch (RefusedOperationException tooLarge) {
            return writer.write(tooLarge.errors());
        }
    }

    private void deliver(Page page, long seen, List<Subscription> subscriptions) {
        if (!page.isAdmitted()) {
            again(subscriptions, BUSY_MILLIS);
            return;
        }
        synchronized (this) {
            subscriptions.forEach(subscription -> subscription.advance(page, seen));
        }
        sent.increment((double) page.events().size() * subscriptions.size());
        subscriptions.forEach(subscription -> subscription.subscriber().next(page));
    }
}
