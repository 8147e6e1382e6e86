package peel.endpoint.request;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import peel.error.ErrorCode;
import peel.error.Quotation;

/**
 * Recognizes requests that a page of another site makes a browser send. Browsers say so themselves in {@code
 * Sec-Fetch-Site}, whatever proxies are in between, but only to services with TLS and to localhost; otherwise the page's
 * origin is compared with the address of the request. Quarkus's CORS filter allows further origins.
 */
@Singleton
public class CrossSite {

    private static final String ORIGIN = "Origin";
    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Set<String> publicAddresses;
    private final boolean corsEnabled;

    CrossSite(
            OriginConfig config,
            @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean corsEnabled) {
        this.publicAddresses = config.publicAddresses().orElse(Set.of()).stream()
                .map(CrossSite::originOf)
                .collect(Collectors.toUnmodifiableSet());
        this.corsEnabled = corsEnabled;
    }

    /** The configured addresses as browsers send them. */
    Set<String> publicAddresses() {
        return publicAddresses;
    }

    /** Whether answers have headers that depend on the origin of the page. */
    public boolean isCorsEnabled() {
        return corsEnabled;
    }

    /**
     * Prepares a request for the CORS filter, which would refuse the service's own pages where a proxy ends TLS or changes
     * the host.
     */
    public void prepare(RoutingContext context) {
        if (!corsEnabled) {
            return;
        }
        // Also if there is no origin: a cache must not use that answer for a page of another origin (Fetch, section
        // 3.3.5).
        context.response().putHeader(HttpHeaders.VARY, ORIGIN);
        HttpServerRequest request = context.request();
        if (request.headers().contains(HttpHeaders.ORIGIN) && isOwn(request)) {
            request.headers().remove(HttpHeaders.ORIGIN);
        }
    }

    /**
     * Checks where a request comes from.
     *
     * @throws RefusedRequestException if it comes from another origin that is not allowed
     */
    public void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isOwn(request)
                || context.response().headers().contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
                || isFollowedLink(request)) {
            return;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        throw new RefusedRequestException(
                403,
                ErrorCode.CROSS_SITE_REQUEST,
                "Requests from pages of another origin%s are not allowed."
                        .formatted(origin == null ? "" : " (\"" + Quotation.of(origin) + "\")"));
    }

    private boolean isOwn(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isAddressed(request.authority(), origin) || publicAddresses.contains(origin);
    }

    /** Whether the user has followed a link: the page that had it cannot read the answer. */
    private static boolean isFollowedLink(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    /**
     * Whether an origin has the host and port that a request is addressed to. The scheme may differ, because a proxy may end
     * TLS.
     */
    static boolean isAddressed(@Nullable HostAndPort authority, String origin) {
        boolean tls = origin.startsWith(HTTPS);
        if (authority == null || !tls && !origin.startsWith(HTTP)) {
            return false;
        }
        int defaultPort = tls ? HTTPS_PORT : HTTP_PORT;
        HostAndPort own =
                HostAndPort.parseAuthority(origin.substring(tls ? HTTPS.length() : HTTP.length()), defaultPort);
        return own != null
                && own.port() == (authority.port() < 0 ? defaultPort : authority.port())
                && own.host().equalsIgnoreCase(authority.host());
    }

    /** A configured address as browsers send it. */
    private static String originOf(String address) {
        URI uri;
        try {
            uri = new URI(address.trim().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            throw malformed(address);
        }
        String scheme = uri.getScheme();
        boolean tls = "https".equals(scheme);
        String path = uri.getRawPath();
        if (!tls && !"http".equals(scheme)
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !path.isEmpty() && !path.equals("/")) {
            throw malformed(address);
        }
        boolean hasPort = uri.getPort() >= 0 && uri.getPort() != (tls ? HTTPS_PORT : HTTP_PORT);
        return scheme + "://" + uri.getHost() + (hasPort ? ":" + uri.getPort() : "");
    }

    private static ConfigurationException malformed(String address) {
        return new ConfigurationException(
                "peel.endpoint.public-addresses: \"%s\" is not an address such as https://peel.example, without a path"
                        .formatted(Quotation.of(address)));
    }
}
