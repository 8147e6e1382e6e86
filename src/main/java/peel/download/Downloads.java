package peel.download;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import peel.execution.RevisionWatch;
import peel.http.Gzip;
import peel.http.IfNoneMatch;

/**
 * Answers requests for downloads. Each runs on a thread of its own and holds a connection of the pool, so that only a few
 * are admitted at the same time; requests for GraphQL always have the other connections.
 */
@ApplicationScoped
class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class);

    /** One connection watches the revision, and one is for GraphQL. */
    private static final int LEFT_TO_OTHERS = 2;

    /** Why a client should not ask again at once: a download takes longer than an operation. */
    private static final String RETRY_AFTER_SECONDS = "10";

    private static final int STOP_SECONDS = 2;

    private static final int UNAVAILABLE = 503;

    private final DownloadsConfig config;
    private final AgroalDataSource database;
    private final RevisionWatch revisions;
    private final DownloadMetrics metrics;
    private final DownloadTags tags;
    private final int limit;
    private final Semaphore permits;
    private final Set<Transfer> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "download");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean stopping;

    Downloads(
            DownloadsConfig config,
            AgroalDataSource database,
            RevisionWatch revisions,
            DownloadMetrics metrics,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "") String version,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "8") int connections) {
        this.config = config;
        // Unwrapped, as for operations: the proxy would open another pool after the shutdown closed this one.
        this.database = ClientProxy.unwrap(database);
        this.revisions = revisions;
        this.metrics = metrics;
        this.tags = new DownloadTags(version);
        this.limit = Math.max(0, Math.min(config.maxConcurrent(), connections - LEFT_TO_OTHERS));
        this.permits = new Semaphore(limit);
        if (limit == 0 && config.maxConcurrent() > 0) {
            LOG.warnf(
                    "Downloads are off: they need a pool of at least %d connections"
                            + " (quarkus.datasource.jdbc.max-size)",
                    LEFT_TO_OTHERS + 1);
        }
    }

    /** Whether there are any. */
    boolean areOn() {
        return limit > 0;
    }

    /** Shows the metrics before the first download. */
    void show(List<Download> all) {
        metrics.register(all, running::size);
    }

    DownloadsConfig config() {
        return config;
    }

    AgroalDataSource database() {
        return database;
    }

    RevisionWatch revisions() {
        return revisions;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Answers a GET or HEAD on the event loop of the request. */
    void answer(HttpServerRequest request, Download download) {
        long begun = System.nanoTime();
        boolean gzip = download.isText() && Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        Transfer transfer = new Transfer(this, request, download, gzip);
        UUID known = revisions.current();
        if (known != null && transfer.needsNoBody(known)) {
            metrics.record(download, transfer.answerWithoutBody(known), begun);
            return;
        }
        if (stopping || !permits.tryAcquire()) {
            refuse(
                    request.response(),
                    "Only %d downloads are possible at the same time. Try again in %s seconds."
                            .formatted(limit, RETRY_AFTER_SECONDS));
            metrics.record(download, Outcome.REFUSED, begun);
            return;
        }
        running.add(transfer);
        request.response().closeHandler(closed -> {
            if (!threads.isShutdown()) {
                threads.execute(transfer::cancel);
            }
        });
        threads.execute(() -> {
            Outcome outcome = Outcome.FAILED;
            try {
                outcome = transfer.run();
            } finally {
                running.remove(transfer);
                metrics.record(download, outcome, begun);
            }
        });
    }

    void releasePermit() {
        permits.release();
    }

    /** Says that the service cannot answer now. */
    void refuse(HttpServerResponse response, String reason) {
        response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        Message.send(response, UNAVAILABLE, reason);
    }

    String tag(Download download, UUID revision, boolean gzip) {
        return tags.of(download, revision, gzip);
    }

    /** Whether the client already has what has a tag. */
    static boolean isConfirmed(HttpServerRequest request, String tag) {
        String condition = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return condition != null && (IfNoneMatch.isAny(condition) || IfNoneMatch.lists(condition, tag));
    }

    /** Breaks downloads off that have not ended within the time that requests get after a signal. */
    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        running.forEach(transfer -> threads.execute(transfer::cancel));
        threads.shutdown();
        running.forEach(Transfer::interrupt);
        if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Not all downloads could be broken off in time");
        }
    }
}
