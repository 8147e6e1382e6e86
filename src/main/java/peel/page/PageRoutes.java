package peel.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import peel.error.Quotation;

/** The routes of the pages. */
@ApplicationScoped
class PageRoutes {

    /** After the CORS filter and the filter of headers, but before static resources. */
    private static final int ORDER = -10;

    /** After whatever else the service has. */
    private static final int LAST = 20_000;

    private static final int MOVED_PERMANENTLY = 301;

    /** The name that stands for {@code /} where a suffix follows it. */
    private static final String NATIONAL = "/national";

    /** What other packages serve. */
    private static final List<String> OTHERS = List.of("/graphql", "/graphiql", "/q");

    private record Target(Page page, PagePattern pattern) {}

    private record Match(Page page, Map<String, String> segments, String path, PageForm form) {}

    private final PageExchange.Services services;
    private final PageWriter writer;
    private final boolean enabled;
    private final List<Target> targets;

    private volatile @Nullable String stylePath;

    PageRoutes(PageExchange.Services services, PageWriter writer, PagesConfig config, @All List<Page> pages) {
        this.services = services;
        this.writer = writer;
        this.enabled = config.enabled();
        this.targets = pages.stream()
                .map(page -> new Target(page, PagePattern.of(page.path())))
                .sorted(Comparator.comparingInt(target -> target.pattern().named()))
                .toList();
    }

    void route(@Observes Router router) {
        if (enabled) {
            router.route(PageWriter.STYLES + "*")
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(ORDER)
                    .handler(this::sendStyle);
            router.route().order(ORDER).handler(this::answer);
            router.route().order(LAST).handler(this::refuse);
        }
    }

    /** Sends the style sheet. Its path is worked out at the first request, since the start need not wait for it. */
    private void sendStyle(RoutingContext context) {
        String known = stylePath;
        if (known == null) {
            context.vertx()
                    .executeBlocking(writer::stylePath, false)
                    .onSuccess(path -> {
                        stylePath = path;
                        sendStyle(context);
                    })
                    .onFailure(context::fail);
        } else if (known.equals(context.request().path())) {
            writer.style().send(context);
        } else {
            context.next();
        }
    }

    private static boolean isOthers(String path) {
        for (String other : OTHERS) {
            if (path.startsWith(other) && (path.length() == other.length() || path.charAt(other.length()) == '/')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRead(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private void answer(RoutingContext context) {
        String requested = context.request().path();
        if (requested == null || !requested.startsWith("/") || isOthers(requested)) {
            context.next();
            return;
        }
        String path;
        try {
            path = URLDecoder.decode(requested.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException malformed) {
            new PageExchange(services, context, "none").badRequest("The address is malformed.");
            return;
        }
        Match match = match(requested, path);
        if (match == null) {
            redirectOrPass(context, requested);
            return;
        }
        PageExchange exchange = new PageExchange(services, context, match.page.name());
        if (!isRead(context)) {
            exchange.methodNotAllowed();
            return;
        }
        PageAddress address;
        try {
            address = new PageAddress(
                    match.path, requested, match.form, match.segments, parameters(context, match.page, path));
        } catch (BadAddressException refused) {
            exchange.badRequest(String.valueOf(refused.getMessage()));
            return;
        }
        exchange.begin(match.page, address);
    }

    private static SortedMap<String, List<String>> parameters(RoutingContext context, Page page, String path) {
        if (path.indexOf('\0') >= 0) {
            throw new BadAddressException("The address contains the character U+0000.");
        }
        SortedMap<String, List<String>> parameters = new TreeMap<>();
        for (String name : page.parameters()) {
            List<String> values;
            try {
                values = context.queryParam(name);
            } catch (HttpException | IllegalArgumentException malformed) {
                throw new BadAddressException("The address is malformed.");
            }
            List<String> given = values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (given.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new BadAddressException("The parameter \"" + name + "\" contains the character U+0000.");
            }
            if (!given.isEmpty()) {
                parameters.put(name, given);
            }
        }
        return parameters;
    }

    private @Nullable Match match(String requested, String path) {
        return match(requested, path, formOf(path));
    }

    // Only the suffixes of forms count: a metric's code contains dots, too.
    private static PageForm formOf(String path) {
        for (PageForm form : PageForm.values()) {
            if (form != PageForm.HTML
                    && path.endsWith(form.suffix())
                    && path.length() > form.suffix().length()) {
                return form;
            }
        }
        return PageForm.HTML;
    }

    private @Nullable Match match(String requested, String path, PageForm form) {
        int length = form.suffix().length();
        String page = path.substring(0, path.length() - length);
        String raw = requested.substring(0, requested.length() - length);
        if (form != PageForm.HTML && page.equals(NATIONAL)) {
            page = "/";
            raw = "/";
        }
        String[] parts = PagePattern.split(raw);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = URLDecoder.decode(parts[i].replace("+", "%2B"), UTF_8);
        }
        for (Target target : targets) {
            Map<String, String> segments = target.pattern.match(parts);
            if (segments != null) {
                return new Match(target.page, segments, page, form);
            }
        }
        return null;
    }

    /** Leads to the address without the slash at its end if that is a page's. */
    private void redirectOrPass(RoutingContext context, String requested) {
        int end = requested.length() - 1;
        if (end > 0 && requested.charAt(end) == '/' && isRead(context)) {
            String without = requested.substring(0, end);
            if (match(without, URLDecoder.decode(without.replace("+", "%2B"), UTF_8)) != null) {
                context.response()
                        .setStatusCode(MOVED_PERMANENTLY)
                        .putHeader(HttpHeaders.LOCATION, ".." + without.substring(without.lastIndexOf('/')))
                        .end();
                return;
            }
        }
        context.next();
    }

    private void refuse(RoutingContext context) {
        String requested = context.request().path();
        if (requested == null || isOthers(requested) && !requested.startsWith("/graphiql/") || !isRead(context)) {
            context.next();
            return;
        }
        new PageExchange(services, context, "none")
                .notFound("No page has the address \"" + Quotation.of(requested) + "\".", List.of());
    }
}
