package peel.graphiql;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Redirects to the page, which is static ({@code META-INF/resources/graphiql}), or hides it. */
@ApplicationScoped
class GraphiqlPage {

    private static final String PATH = "/graphiql";

    /** Before the static resources. */
    private static final int BEFORE_ALL = -1_000;

    private final GraphiqlConfig config;

    GraphiqlPage(GraphiqlConfig config) {
        this.config = config;
    }

    void route(@Observes Router router) {
        if (config.enabled()) {
            router.get("/").order(BEFORE_ALL).handler(GraphiqlPage::redirect);
            router.get(PATH).order(BEFORE_ALL).handler(GraphiqlPage::redirect);
        } else {
            router.route(PATH + "*")
                    .order(BEFORE_ALL)
                    .handler(context -> context.response().setStatusCode(404).end());
            router.route("/graphql-ui*")
                    .order(BEFORE_ALL)
                    .handler(context -> context.response().setStatusCode(404).end());
        }
    }

    private static void redirect(RoutingContext context) {
        // The page's links are relative, so its address must end with a slash.
        if (context.request().path().endsWith(PATH + "/")) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(302)
                    .putHeader("Location", PATH + "/")
                    .end();
        }
    }
}
