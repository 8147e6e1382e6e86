package peel.page.share;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.execution.ExecutionPermits;
import peel.execution.Operations;
import peel.execution.RevisionSource;
import peel.execution.StoredOperations;
import peel.execution.level.ObjectValue;
import peel.http.IfNoneMatch;
import peel.page.PageData;
import peel.page.PagesConfig;

/** {@code /sitemap.xml}, which needs the public address; made once for each state of the data. */
@ApplicationScoped
class SitemapRoute {

    /** After the CORS filter, but before static resources. */
    private static final int ORDER = -10;

    private static final int NOT_MODIFIED = 304;
    private static final int UNAVAILABLE = 503;

    private final PagesConfig config;
    private final Sitemap sitemap;
    private final StoredOperations stored;
    private final Operations operations;
    private final ExecutionPermits permits;
    private final RevisionSource revisions;

    private volatile @Nullable Written latest;

    /** The file of one state, whose identity is its tag. */
    private record Written(UUID revision, byte[] xml) {}

    SitemapRoute(
            PagesConfig config,
            Sitemap sitemap,
            StoredOperations stored,
            Operations operations,
            ExecutionPermits permits,
            RevisionSource revisions) {
        this.config = config;
        this.sitemap = sitemap;
        this.stored = stored;
        this.operations = operations;
        this.permits = permits;
        this.revisions = revisions;
    }

    void route(@Observes Router router) {
        if (config.enabled() && config.publicAddress().isPresent()) {
            URI root = config.publicAddress().get();
            router.route("/sitemap.xml")
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(ORDER)
                    .handler(context -> answer(context, root));
        }
    }

    private void answer(RoutingContext context, URI root) {
        Written known = latest;
        if (known != null && known.revision.equals(revisions.current())) {
            send(context, known);
        } else if (!permits.tryAcquire()) {
            refuse(context);
        } else {
            context.vertx()
                    .executeBlocking(() -> write(root), false)
                    .onSuccess(written -> send(context, written))
                    .onFailure(failed -> refuse(context));
        }
    }

    /** On a worker thread, with a permit. */
    private Written write(URI root) {
        try {
            StoredOperations.Answer answer = stored.execute(Sitemap.OPERATION, Map.of(), operations.deadline());
            UUID revision = answer.revision();
            if (revision == null) {
                throw new IllegalStateException("no dataset is loaded");
            }
            Written written = new Written(revision, sitemap.xml(root, PageData.of((ObjectValue) answer.data())));
            latest = written;
            return written;
        } finally {
            permits.release();
        }
    }

    private static void send(RoutingContext context, Written written) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return;
        }
        // Each build lists other pages, but a sitemap that is a build old does no harm.
        String tag = written.revision.toString();
        response.putHeader(HttpHeaders.ETAG, "\"" + tag + "\"")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        String condition = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (condition != null && (IfNoneMatch.isAny(condition) || IfNoneMatch.lists(condition, tag))) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/xml; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(written.xml.length));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(written.xml));
        }
    }

    private static void refuse(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!response.closed()) {
            response.setStatusCode(UNAVAILABLE)
                    .putHeader(HttpHeaders.RETRY_AFTER, "1")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
        }
    }
}
