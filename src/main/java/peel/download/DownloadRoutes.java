package peel.download;

import static java.util.stream.Collectors.joining;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The routes of the downloads. */
@ApplicationScoped
class DownloadRoutes {

    /** Before the static resources, but after the CORS filter. */
    private static final int ORDER = -10;

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Downloads downloads;

    DownloadRoutes(Downloads downloads) {
        this.downloads = downloads;
    }

    void route(@Observes Router router) {
        if (!downloads.areOn()) {
            return;
        }
        List<Download> all = Download.all();
        downloads.show(all);
        for (Download download : all) {
            router.route(download.path()).order(ORDER).handler(context -> {
                // The route also matches the address with a slash.
                if (context.request().path().endsWith("/")) {
                    context.next();
                } else {
                    answer(context.request(), download);
                }
            });
        }
        String unknown =
                "Not found. Downloads: " + all.stream().map(Download::path).collect(joining(", ")) + ".";
        router.route("/data/tables*")
                .order(ORDER)
                .handler(context -> Message.send(context.response(), NOT_FOUND, unknown));
    }

    private void answer(HttpServerRequest request, Download download) {
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            downloads.answer(request, download);
        } else {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            Message.send(request.response(), METHOD_NOT_ALLOWED, "Only GET and HEAD are allowed.");
        }
    }
}
