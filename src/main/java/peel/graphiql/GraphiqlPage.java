package peel.graphiql;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import peel.http.StaticFile;

/** The routes of the GraphiQL page, and of the two files that every site has. */
@ApplicationScoped
class GraphiqlPage {

    private static final String PATH = "/graphiql";

    /** Before the static resources, but after the CORS filter. */
    private static final int ORDER = -10;

    private static final int FOUND = 302;
    private static final int NOT_FOUND = 404;

    private static final StaticFile ICON = new StaticFile("image/x-icon", StaticFile.FOR_A_DAY, PageFiles::icon);

    private final StaticFile robots;
    private final GraphiqlConfig config;
    private final boolean pages;
    private volatile @Nullable Map<String, StaticFile> files;

    GraphiqlPage(
            GraphiqlConfig config,
            @ConfigProperty(name = "peel.pages.public-address") Optional<String> publicAddress,
            @ConfigProperty(name = "peel.pages.enabled", defaultValue = "true") boolean pages) {
        this.config = config;
        this.pages = pages;
        String sitemap = publicAddress
                .filter(address -> pages)
                .map(address -> "Sitemap: " + address.replaceFirst("/$", "") + "/sitemap.xml\n")
                .orElse("");
        // RFC 9309. Crawlers need neither execute queries nor download whole lists, which the page /data describes.
        this.robots = new StaticFile(
                "text/plain; charset=utf-8",
                StaticFile.FOR_A_DAY,
                StaticFile.text("User-agent: *\nDisallow: /graphql\nDisallow: /data/\n" + sitemap));
    }

    void route(@Observes Router router) {
        get(router, "/favicon.ico").handler(ICON::send);
        get(router, "/robots.txt").handler(robots::send);
        // In the dev mode and in tests the bundle is on the class path, and Quarkus would serve it.
        router.route("/graphql-ui*").order(ORDER).handler(GraphiqlPage::notFound);
        if (config.enabled()) {
            if (!pages) {
                get(router, "/").handler(GraphiqlPage::redirect);
            }
            get(router, PATH).handler(context -> {
                // This route also matches the address with a slash.
                if (context.request().path().endsWith("/")) {
                    send(context);
                } else {
                    redirect(context);
                }
            });
            get(router, PATH + "/*").handler(this::send);
        }
    }

    private static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(ORDER);
    }

    // The page's links are relative, so its address must end with a slash. The redirect is relative too, so that it
    // leads
    // there behind a proxy with another path.
    private static void redirect(RoutingContext context) {
        context.response()
                .setStatusCode(FOUND)
                .putHeader(HttpHeaders.LOCATION, "graphiql/")
                .end();
    }

    private static void notFound(RoutingContext context) {
        context.response().setStatusCode(NOT_FOUND).end();
    }

    private void send(RoutingContext context) {
        Map<String, StaticFile> known = files;
        if (known != null) {
            send(context, known);
            return;
        }
        context.vertx()
                .executeBlocking(this::files, false)
                .onSuccess(read -> send(context, read))
                .onFailure(context::fail);
    }

    private static void send(RoutingContext context, Map<String, StaticFile> files) {
        StaticFile file = files.get(context.request().path().substring(PATH.length() + 1));
        if (file == null) {
            context.next();
        } else {
            file.send(context);
        }
    }

    private synchronized Map<String, StaticFile> files() {
        Map<String, StaticFile> known = files;
        if (known == null) {
            known = PageFiles.read();
            files = known;
        }
        return known;
    }
}
