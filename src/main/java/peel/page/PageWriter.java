package peel.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import peel.http.StaticFile;
import peel.page.chart.ChartStyle;

/** Writes pages in all their forms. */
@Singleton
class PageWriter {

    /** The folder of the style sheet. */
    static final String STYLES = "/style/";

    private static final List<PageLink> NAVIGATION = List.of(
            new PageLink("National picture", "/"),
            new PageLink("Forces", "/forces"),
            new PageLink("Figures", "/figures"),
            new PageLink("Changes", "/changes"),
            new PageLink("Compare", "/compare"),
            new PageLink("Search", "/search"),
            new PageLink("Reports", "/reports"),
            new PageLink("Data", "/data"),
            new PageLink("API", "/api"));

    private final StaticFile style = new StaticFile("text/css; charset=utf-8", StaticFile.IMMUTABLE, PageWriter::sheet);

    private final List<HeadPart> headParts;
    private final Optional<URI> publicAddress;
    private final boolean graphiql;

    PageWriter(
            @All List<HeadPart> headParts,
            PagesConfig config,
            @ConfigProperty(name = "peel.graphiql.enabled", defaultValue = "true") boolean graphiql) {
        this.headParts = headParts;
        this.publicAddress = config.publicAddress();
        this.graphiql = graphiql;
    }

    private static byte[] sheet() {
        String pages = new String(StaticFile.resource("/page/style.css"), UTF_8);
        return (pages + ChartStyle.sheet()).getBytes(UTF_8);
    }

    StaticFile style() {
        return style;
    }

    /** The path of the style sheet, which changes with its content. */
    String stylePath() {
        return STYLES + style.hash() + ".css";
    }

    /**
     * Writes a page.
     *
     * @param state the identity of the state of the data, null if the page shows none or there is none
     */
    byte[] write(PageAddress address, PageRead read, PageData data, PageView view, @Nullable String state) {
        return switch (address.form()) {
            case HTML -> html(address, read, data, view, state);
            case EMBED -> embed(address, view, state);
            case CSV -> TableFile.csv(table(view));
            case JSON ->
                view.feed() == null
                        ? TableFile.json(table(view), state)
                        : new FeedFile(address, view.feed(), publicAddress).json();
            case SVG -> chart(view).file().getBytes(UTF_8);
            case ATOM -> new FeedFile(address, feed(view), publicAddress).atom();
        };
    }

    private static PageFeed feed(PageView view) {
        PageFeed feed = view.feed();
        if (feed == null) {
            throw new NoSuchPageException("This page has no feed.", List.of());
        }
        return feed;
    }

    private static PageTable table(PageView view) {
        PageTable table = view.table();
        if (table == null) {
            throw new NoSuchPageException("This page has no table to take away.", List.of());
        }
        return table;
    }

    private static PageChart chart(PageView view) {
        PageChart chart = view.chart();
        if (chart == null) {
            throw new NoSuchPageException("This page has no chart.", List.of());
        }
        return chart;
    }

    private byte[] html(PageAddress address, PageRead read, PageData data, PageView view, @Nullable String state) {
        List<PageLink> forms = new ArrayList<>();
        if (view.table() != null) {
            forms.add(new PageLink("CSV", address.to(PageForm.CSV)));
            forms.add(new PageLink(view.feed() == null ? "JSON" : "JSON Feed", address.to(PageForm.JSON)));
        }
        if (view.feed() != null) {
            forms.add(new PageLink("Atom", address.to(PageForm.ATOM)));
        }
        if (view.chart() != null) {
            forms.add(new PageLink("SVG", address.to(PageForm.SVG)));
        }
        if (view.table() != null || view.chart() != null) {
            forms.add(new PageLink("Embed", address.to(PageForm.EMBED)));
        }
        String head = headParts.stream()
                .map(part -> part.html(address, view, state == null ? "" : state))
                .collect(Collectors.joining());
        return SiteTemplates.layout(new Layout(
                        view.title(),
                        view.description(),
                        address.to("/"),
                        address.to(stylePath()),
                        view.body().render(),
                        head,
                        navigation(address),
                        forms,
                        graphiql && !read.isNothing() ? address.to(GraphiqlLink.of(read)) : null,
                        state,
                        updated(data),
                        ""))
                .render()
                .getBytes(UTF_8);
    }

    private byte[] embed(PageAddress address, PageView view, @Nullable String state) {
        if (view.table() == null && view.chart() == null) {
            throw new NoSuchPageException("This page has nothing that could be embedded.", List.of());
        }
        Layout layout = new Layout(
                view.title(),
                view.description(),
                address.to("/"),
                address.to(stylePath()),
                "",
                "",
                List.of(),
                List.of(new PageLink("The whole page, with sources", address.to(PageForm.HTML))),
                null,
                state,
                null,
                "");
        String chart = view.chart() == null ? "" : view.chart().element();
        return SiteTemplates.embed(layout, chart, view.tables()).render().getBytes(UTF_8);
    }

    /**
     * A page that says why there is no other. It needs no database.
     *
     * @param requested the path of the request, not decoded
     */
    byte[] status(String requested, String title, String message, List<PageLink> near, boolean search) {
        String root = PageAddress.root(requested);
        return SiteTemplates.layout(new Layout(
                        title,
                        message,
                        root,
                        root + stylePath().substring(1),
                        SiteTemplates.status(message, near, root, search).render(),
                        "<meta name=\"robots\" content=\"noindex\">",
                        NAVIGATION.stream()
                                .map(link -> new Layout.NavigationLink(
                                        link.text(), root + link.href().substring(1), false))
                                .toList(),
                        List.of(),
                        null,
                        null,
                        null,
                        ""))
                .render()
                .getBytes(UTF_8);
    }

    private static List<Layout.NavigationLink> navigation(PageAddress address) {
        String path = address.path();
        return NAVIGATION.stream()
                .map(link -> new Layout.NavigationLink(
                        link.text(),
                        address.to(link.href()),
                        path.equals(link.href()) || !link.href().equals("/") && path.startsWith(link.href() + "/")))
                .toList();
    }

    /** When the data last changed, null if the page does not know. */
    static @Nullable String updated(PageData data) {
        if (!data.has("dataset")) {
            return null;
        }
        PageData dataset = data.object("dataset");
        return dataset.has("updatedAt") ? Objects.requireNonNull(dataset.optionalText("updatedAt")) : null;
    }
}
