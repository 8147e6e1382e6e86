package peel.endpoint.request;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import peel.error.ErrorCode;
import peel.error.Quotation;

/**
 * Recognizes requests that a page of another site makes a browser send. Quarkus's CORS filter runs before and marks the
 * origins that the operator allows; without it, only the service's own origin is allowed.
 */
public final class CrossSite {

    private CrossSite() {}

    /**
     * Checks where a request comes from.
     *
     * @throws RefusedRequestException if it comes from another origin that is not allowed
     */
    public static void check(RoutingContext context) {
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
                    "Requests from pages of another origin%s are not allowed."
                            .formatted(origin == null ? "" : " (\"" + Quotation.of(origin) + "\")"));
        }
    }
}
