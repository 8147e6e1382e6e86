package peel.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import peel.http.StaticFile;

/**
 * The areas of the forces as GeoJSON (RFC 7946), for maps. They are those of December 2022, simplified and rounded to a
 * thousandth of a degree, which is good for drawing but not for finding the force of a place.
 */
@ApplicationScoped
class BoundariesFile {

    private static final String PATH = "/boundaries/police-force-areas.geojson";

    /** Before the static resources, but after the CORS filter. */
    private static final int ORDER = -10;

    private static final StaticFile FILE =
            new StaticFile("application/geo+json", StaticFile.FOR_A_DAY, () -> StaticFile.resource(PATH));

    void route(@Observes Router router) {
        router.route(PATH)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .handler(FILE::send);
    }
}
