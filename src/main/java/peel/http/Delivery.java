package peel.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;

/**
 * Sends the body of a response in parts, each when the client has read enough of those before it. Until all of it has
 * left, it counts in a budget, and a client that reads too slowly is disconnected.
 */
public final class Delivery {

    /** In bytes. Most answers are one part. */
    private static final int PART = 128 * 1_024;

    private static final byte[] NOTHING = {};

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final MemoryBudget.Claim claim;
    private final Runnable left;
    private final int length;
    private volatile byte[] body;
    private int sent;
    private boolean ended;

    /**
     * Prepares the delivery of a body.
     *
     * @param left called on the event loop when the whole body has left or the connection has ended
     */
    public Delivery(HttpServerRequest request, byte[] body, MemoryBudget budget, Runnable left) {
        this.request = request;
        this.response = request.response();
        this.body = body;
        this.length = body.length;
        this.left = left;
        this.claim = budget.claim(request.connection(), this::revoke);
    }

    /** Ends a request at once, on any thread, whatever its client has not read yet. */
    public static void disconnect(HttpServerRequest request) {
        if (request.response().streamId() >= 0) {
            // Other requests of the HTTP/2 connection go on.
            request.response().reset();
        } else {
            // Vert.x would wait until everything was sent.
            ((HttpServerConnection) request.connection()).channel().close();
        }
    }

    // On whichever thread needs the memory, which must be free at once.
    private void revoke() {
        body = NOTHING;
        disconnect(request);
    }

    /** Says that the answer holds a permit until it has left, so that it is given up if others need the permit. */
    public void holdsPermit() {
        claim.holdsPermit();
    }

    /** Returns whether the body may be sent; if not, the delivery is over. */
    public boolean isAdmitted() {
        return claim.add(length);
    }

    /** Sends the body on the event loop of the request; other headers must have been set. */
    public void send() {
        try {
            if (length > PART) {
                response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(length));
                response.closeHandler(closed -> end());
                response.exceptionHandler(failed -> end());
                response.drainHandler(drained -> sendParts());
            }
            sendParts();
        } catch (IllegalStateException closed) {
            // The client has hung up.
            end();
        }
    }

    private void sendParts() {
        claim.awaitReader();
        while (!ended && !response.writeQueueFull()) {
            byte[] from = body;
            if (from.length < length) {
                // Revoked: the connection is being closed.
                return;
            }
            int count = Math.min(PART, length - sent);
            Buffer part = Buffer.buffer(count).appendBytes(from, sent, count);
            sent += count;
            if (sent == length) {
                response.end(part).onComplete(done -> end());
                return;
            }
            response.write(part);
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            claim.close();
            left.run();
        }
    }
}
