package peel.endpoint;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells requests that a page of another site makes a browser send. Quarkus's CORS filter comes
 * before and lets in whom the operator allows; without it nobody else is.
 */
final class CrossSite {

    private CrossSite() {}

    /**
     * Refuses what comes from another origin that isn't allowed.
     *
     * @throws RefusedRequestException if it does
     */
    static void refuse(RoutingContext context) {
        if (context.response().headers().contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
            return;
        }
        HttpServerRequest request = context.request();
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean elsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
        if (elsewhere || origin != null && !origin.endsWith("://" + request.authority())) {
            throw new RefusedRequestException(
                    403,
                    ErrorCode.CROSS_SITE_REQUEST,
                    "The request comes from a page of another origin%s, which isn't allowed here."
                            .formatted(origin == null ? "" : " (" + origin + ")"));
        }
    }
}
