package peel.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import peel.connection.KeptExchanges;
import peel.error.ErrorCode;
import peel.execution.ExecutionPermits;
import peel.execution.Operations;
import peel.execution.SharedExecutions;
import peel.execution.StoredOperations;
import peel.execution.StoredOperations.FailedOperationException;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.level.ObjectValue;
import peel.execution.memory.MemoryBudgets;
import peel.http.Delivery;
import peel.http.Gzip;
import peel.http.Representation;
import peel.http.UnreadBody;
import peel.http.Vary;
import peel.page.PageMeters.Outcome;
import peel.query.Deadline;
import peel.query.DeadlinePassedException;

/**
 * Answers one request for a page. All of it happens on the request's event loop, except that the page's operation is
 * executed and the page is written on a worker thread.
 */
final class PageExchange {

    private static final Logger LOG = Logger.getLogger(PageExchange.class);

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors ";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int INTERNAL = 500;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    /** What all exchanges share. */
    @Singleton
    static class Services {

        private final KeptPages kept;
        private final StoredOperations stored;
        private final Operations operations;
        private final ExecutionPermits permits;
        private final MemoryBudgets memory;
        private final PageWriter writer;
        private final ModifiedTimes modified;
        private final PageMeters meters;
        private final KeptExchanges exchanges;
        private final SharedExecutions<Written> executions = new SharedExecutions<>();

        Services(
                KeptPages kept,
                StoredOperations stored,
                Operations operations,
                ExecutionPermits permits,
                MemoryBudgets memory,
                PageWriter writer,
                ModifiedTimes modified,
                PageMeters meters,
                KeptExchanges exchanges) {
            this.kept = kept;
            this.stored = stored;
            this.operations = operations;
            this.permits = permits;
            this.memory = memory;
            this.writer = writer;
            this.modified = modified;
            this.meters = meters;
            this.exchanges = exchanges;
        }

        /** Takes the permit of a client that does not read its answer, so that it cannot keep others from being served. */
        private boolean tryTakeOver() {
            boolean revoked = memory.sending().revokeLongestWaiting();
            if (revoked) {
                permits.acquireInAdvance();
            }
            return revoked;
        }
    }

    /**
     * How an execution ended.
     *
     * @param body the page, null if there is none
     * @param revision the revision that the page was read from
     * @param failure why there is no page, null if there is one
     */
    private record Written(
            byte @Nullable [] body,
            @Nullable UUID revision,
            @Nullable Failure failure) {}

    /** Why there is no page. */
    private record Failure(int status, String title, String message, List<PageLink> near) {

        private Failure(int status, String title, String message) {
            this(status, title, message, List.of());
        }
    }

    private final Services services;
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final String name;
    private final long begun = System.nanoTime();
    private PageForm form = PageForm.HTML;
    private String mediaType = PageForm.HTML.mediaType();

    /** When the page last changed, null if that is unknown. */
    private @Nullable Instant modified;

    private @Nullable Deadline deadline;
    private long timer = -1;
    private boolean answered;

    /** The execution of this page that this exchange begins; null if none is shared. */
    private SharedExecutions<Written>.@Nullable Shared shared;

    /** What must end before the permit of an execution is released: the execution, and the delivery of the page. */
    private int holders;

    private boolean executing;

    /** The identity of the revision that a page from memory is of, null for other pages. */
    private @Nullable UUID keptOf;

    /**
     * Begins the answer to a request.
     *
     * @param name the name of the page in metrics
     */
    PageExchange(Services services, RoutingContext context, String name) {
        this.services = services;
        this.context = context;
        this.request = context.request();
        this.name = name;
    }

    void begin(Page page, PageAddress address) {
        form = address.form();
        mediaType = page.mediaType(form);
        PageRead read;
        try {
            read = page.read(address);
        } catch (BadAddressException | NoSuchPageException refused) {
            fail(failure(refused));
            return;
        }
        proceed(new Asked(page, address, read));
    }

    /** What is asked for. */
    private record Asked(Page page, PageAddress address, PageRead read) {}

    private void proceed(Asked asked) {
        @Nullable UUID revision = services.kept.revision(asked.read);
        @Nullable String tag = services.kept.tagOf(asked.address, asked.read, revision);
        modified = services.modified.of(revision);
        if (tag != null && sendKept(tag, revision)) {
            return;
        }
        SharedExecutions<Written>.@Nullable Shared execution = tag == null ? null : services.executions.of(tag);
        if (execution != null && !execution.begin()) {
            if (waitFor(execution, asked)) {
                return;
            }
            // It has just ended, or too many wait.
            execution = null;
        }
        shared = execution;
        // The one before may have ended since the first look.
        if (tag != null && sendKept(tag, revision)) {
            endShared(null);
            return;
        }
        if (services.permits.tryAcquire() || services.tryTakeOver()) {
            execute(asked);
            return;
        }
        Failure refused = busy();
        endShared(new Written(null, null, refused));
        fail(refused);
    }

    private boolean sendKept(String tag, @Nullable UUID revision) {
        // RFC 9110, section 13.1.3: only without the other condition.
        boolean unchanged = ifNoneMatch() == null
                && ModifiedTimes.isUnchangedSince(modified, request.getHeader(HttpHeaders.IF_MODIFIED_SINCE));
        Representation found =
                unchanged ? new Representation(null, tag, false) : services.kept.find(tag, gzip(), ifNoneMatch());
        if (found == null) {
            return false;
        }
        keptOf = revision;
        send(found);
        return true;
    }

    private boolean waitFor(SharedExecutions<Written>.Shared execution, Asked asked) {
        Context eventLoop = context.vertx().getOrCreateContext();
        startTimer();
        return execution.await(() -> eventLoop.runOnContext(ended -> {
            if (answered) {
                return;
            }
            Written written = execution.result();
            if (written == null) {
                proceed(asked);
            } else {
                send(asked, written);
            }
        }));
    }

    private void send(Asked asked, Written written) {
        if (written.failure != null) {
            fail(written.failure);
        } else {
            modified = services.modified.of(written.revision);
            send(kept(asked, written));
        }
    }

    private Representation kept(Asked asked, Written written) {
        @Nullable String tag = services.kept.tagOf(asked.address, asked.read, written.revision);
        @Nullable Representation found = tag == null ? null : services.kept.find(tag, gzip(), ifNoneMatch());
        if (found != null) {
            // Kept, and compressed, by the execution.
            return found;
        }
        return services.kept.keep(tag, Objects.requireNonNull(written.body), gzip(), ifNoneMatch());
    }

    private void startTimer() {
        if (timer < 0) {
            timer = context.vertx().setTimer(services.operations.timeoutMillis(), id -> {
                if (deadline != null) {
                    deadline.expire();
                }
                fail(timeout());
            });
        }
    }

    private void execute(Asked asked) {
        Deadline limit = services.operations.deadline();
        deadline = limit;
        startTimer();
        executing = true;
        holders = 1;
        context.vertx().executeBlocking(() -> executed(asked, limit), false).onComplete(done -> {
            Written written = done.succeeded() ? done.result() : new Written(null, null, unexpected(done.cause()));
            send(asked, written);
            letGo();
        });
    }

    /** Executes the operation and writes the page, on a worker thread. */
    private Written executed(Asked asked, Deadline limit) {
        Written written;
        try {
            written = write(asked, limit);
            // Compressed here, for all who wait.
            kept(asked, written);
        } catch (BadAddressException | NoSuchPageException refused) {
            written = new Written(null, null, failure(refused));
        } catch (FailedOperationException failed) {
            written = new Written(null, null, failure(asked, failed));
        } catch (DatabaseUnavailableException e) {
            written = new Written(null, null, unavailable());
        } catch (DeadlinePassedException e) {
            // Others have more time left.
            return new Written(null, null, timeout());
        } catch (RuntimeException e) {
            written = new Written(null, null, unexpected(e));
        }
        endShared(written);
        return written;
    }

    private Written write(Asked asked, Deadline limit) {
        PageData data = PageData.NOTHING;
        @Nullable UUID revision = null;
        if (!asked.read.isNothing()) {
            StoredOperations.Answer answer =
                    services.stored.execute(asked.read.operation(), asked.read.variables(), limit);
            data = PageData.of((ObjectValue) answer.data());
            revision = answer.revision();
            services.modified.learn(revision, PageWriter.updated(data));
        }
        PageView view = asked.page.view(asked.address, data);
        @Nullable String state = revision == null ? null : revision.toString();
        byte[] body = services.writer.write(asked.address, asked.read, data, view, state);
        limit.check();
        if (body.length > services.memory.maxAnswer()) {
            throw new BadAddressException("The page has %d bytes; the limit is %d. Ask for less."
                    .formatted(body.length, services.memory.maxAnswer()));
        }
        return new Written(body, revision, null);
    }

    private void endShared(@Nullable Written with) {
        if (shared != null) {
            shared.end(with);
        }
    }

    private void letGo() {
        if (executing && --holders == 0) {
            services.permits.release();
            // After a timeout, those who wait have time of their own left.
            endShared(null);
        }
    }

    private boolean gzip() {
        return Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    private @Nullable String ifNoneMatch() {
        return request.getHeader(HttpHeaders.IF_NONE_MATCH);
    }

    private static Failure failure(RuntimeException refused) {
        String message = Objects.requireNonNull(refused.getMessage());
        return refused instanceof NoSuchPageException unknown
                ? new Failure(NOT_FOUND, "Not found", message, unknown.near())
                : new Failure(BAD_REQUEST, "This address cannot be answered", message);
    }

    private static Failure failure(Asked asked, FailedOperationException failed) {
        String message = Objects.requireNonNull(failed.getMessage());
        return switch (failed.code()) {
            // What the path names does not exist, or what the query string says cannot be read.
            case ErrorCode.BAD_USER_INPUT ->
                asked.page.path().contains(":")
                        ? failure(asked.page.nothingAt(asked.address, message))
                        : new Failure(BAD_REQUEST, "This address cannot be answered", message);
            case ErrorCode.TOO_MANY_REQUESTS -> busy();
            case ErrorCode.INTERNAL -> new Failure(INTERNAL, "Something went wrong", message);
            // Limits of the service that are lower than its own pages need.
            default ->
                new Failure(
                        SERVICE_UNAVAILABLE,
                        "This service may not answer this page",
                        "The service is configured with a limit that the operation behind this page exceeds. "
                                + message);
        };
    }

    private static Failure busy() {
        return new Failure(
                SERVICE_UNAVAILABLE,
                "Too many requests",
                "The service is answering as many requests as it can. Try again in a second.");
    }

    private static Failure unavailable() {
        return new Failure(
                SERVICE_UNAVAILABLE,
                "The data cannot be reached",
                "The database is unavailable at the moment. Try again in a few seconds.");
    }

    private Failure timeout() {
        return new Failure(
                GATEWAY_TIMEOUT,
                "This took too long",
                "The page could not be made within %d ms, the limit.".formatted(services.operations.timeoutMillis()));
    }

    private static Failure unexpected(Throwable cause) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(cause, "Error %s", id);
        return new Failure(
                INTERNAL, "Something went wrong", "The service's log describes it under the id %s.".formatted(id));
    }

    /** Says that an address cannot be answered. */
    void badRequest(String message) {
        fail(new Failure(BAD_REQUEST, "This address cannot be answered", message));
    }

    /** Says that nothing has this address. */
    void notFound(String message, List<PageLink> near) {
        fail(new Failure(NOT_FOUND, "Not found", message, near));
    }

    /** Says that pages can only be read. */
    void methodNotAllowed() {
        fail(new Failure(METHOD_NOT_ALLOWED, "Pages can only be read", "Use GET or HEAD for this address."));
    }

    private void fail(Failure failure) {
        if (answered) {
            return;
        }
        boolean html = form.isHtml();
        byte[] body = html
                ? services.writer.status(
                        request.path(),
                        failure.title,
                        failure.message,
                        failure.near,
                        failure.status == NOT_FOUND || failure.status == BAD_REQUEST)
                : (failure.message + "\n").getBytes(UTF_8);
        HttpServerResponse response = context.response().setStatusCode(failure.status);
        if (failure.status == METHOD_NOT_ALLOWED) {
            response.putHeader(HttpHeaders.ALLOW, "GET, HEAD");
        }
        if (failure.status == SERVICE_UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, html ? form.mediaType() : "text/plain; charset=utf-8");
        deliver(body, Outcome.FAILED);
        UnreadBody.drain(context);
    }

    private void send(Representation page) {
        if (answered) {
            return;
        }
        HttpServerResponse response = context.response();
        String tag = page.tag();
        if (tag == null) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            // Pages have no version in their address, so clients ask each time whether theirs is current.
            response.putHeader(HttpHeaders.ETAG, "\"" + tag + "\"")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
            if (modified != null) {
                response.putHeader(HttpHeaders.LAST_MODIFIED, ModifiedTimes.text(modified));
            }
            Vary.add(response, "Accept-Encoding");
        }
        byte[] body = page.body();
        if (body == null) {
            response.setStatusCode(304);
            deliver(null, Outcome.UNCHANGED);
            return;
        }
        response.setStatusCode(OK).putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
        if (page.gzip()) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        deliver(body, executing ? Outcome.EXECUTED : Outcome.KEPT);
    }

    private void deliver(byte @Nullable [] body, Outcome outcome) {
        answered = true;
        if (timer >= 0) {
            context.vertx().cancelTimer(timer);
            timer = -1;
        }
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return;
        }
        putSecurityHeaders(response);
        holders++;
        if (body == null || request.method().equals(HttpMethod.HEAD)) {
            if (body != null) {
                response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
            }
            keepExchange(outcome);
            response.end().onComplete(done -> letGo());
        } else {
            Delivery delivery = new Delivery(request, body, services.memory.sending(), this::letGo);
            if (!delivery.isAdmitted()) {
                // Not even an error can be sent: the pages and answers that others do not read take all the memory.
                holders--;
                Delivery.disconnect(request);
                return;
            }
            if (executing) {
                delivery.holdsPermit();
            }
            keepExchange(outcome);
            delivery.send();
        }
        services.meters.answered(name, outcome, begun);
    }

    /** Has the exchange kept if the same request would get the same answer as long as the dataset stays as it is. */
    private void keepExchange(Outcome outcome) {
        if (keptOf != null && outcome != Outcome.FAILED) {
            services.exchanges.keep(request.connection(), keptOf, services.meters.counter(name, outcome));
        }
    }

    private void putSecurityHeaders(HttpServerResponse response) {
        boolean embed = form == PageForm.EMBED;
        response.putHeader("Content-Security-Policy", POLICY + (embed ? "*" : "'none'"))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        if (embed) {
            response.headers().remove("X-Frame-Options");
            response.putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }
}
