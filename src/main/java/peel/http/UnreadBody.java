package peel.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The rest of a request that is answered before it has arrived completely. */
public final class UnreadBody {

    /** How long a refused client may continue to send until its connection is closed. */
    private static final long DRAIN_MILLIS = 2_000;

    private UnreadBody() {}

    /** Reads what is left and drops it, after which the connection can be used for another request. */
    public static void drain(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        long end = context.vertx().setTimer(DRAIN_MILLIS, id -> Delivery.disconnect(request));
        request.handler(bytes -> {});
        request.endHandler(ended -> context.vertx().cancelTimer(end));
        request.exceptionHandler(closed -> context.vertx().cancelTimer(end));
        request.resume();
    }
}
