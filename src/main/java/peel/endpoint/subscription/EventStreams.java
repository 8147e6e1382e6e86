package peel.endpoint.subscription;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import peel.endpoint.answer.Responder;
import peel.endpoint.request.ReceivedRequest;
import peel.endpoint.telemetry.Telemetry;
import peel.execution.Operations;
import peel.execution.memory.MemoryBudgets;
import peel.http.MemoryBudget;

/**
 * Answers requests by Server-Sent Events, each operation on an event stream of its own: the distinct connections mode of the
 * graphql-sse protocol.
 */
@Singleton
public class EventStreams {

    final Responder responder;
    final Subscriptions subscriptions;
    final OpenConnections connections;
    final MemoryBudget sending;
    final long timeoutMillis;
    final long keepAliveMillis;

    EventStreams(
            Responder responder,
            Subscriptions subscriptions,
            OpenConnections connections,
            Operations operations,
            MemoryBudgets memory,
            SubscriptionConfig config) {
        this.responder = responder;
        this.subscriptions = subscriptions;
        this.connections = connections;
        this.sending = memory.sending();
        this.timeoutMillis = operations.timeoutMillis();
        this.keepAliveMillis = Math.max(1, config.keepAlive().toMillis());
    }

    /** Answers a request that was read; must be called on its event loop. */
    public void begin(RoutingContext context, ReceivedRequest received, Telemetry.Request telemetry) {
        new EventStream(this, context, telemetry).begin(received);
    }
}
