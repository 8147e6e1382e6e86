package peel.page.share;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import peel.page.HeadPart;
import peel.page.PageAddress;
import peel.page.PageView;
import peel.page.PagesConfig;
import peel.page.PublicAddress;

/** The address by which search engines know a page, and what other sites show of a link to it (Open Graph). */
@Singleton
class SharedLinkHead implements HeadPart {

    private final Optional<URI> root;

    SharedLinkHead(PagesConfig config) {
        this.root = config.publicAddress();
    }

    @Override
    public String html(PageAddress address, PageView view, String state) {
        StringBuilder html = new StringBuilder();
        root.ifPresent(found -> {
            String canonical = escaped(PublicAddress.of(found, address.canonical()));
            html.append("<link rel=\"canonical\" href=\"").append(canonical).append("\">\n");
            property(html, "og:url", canonical);
        });
        property(html, "og:type", "website");
        property(html, "og:site_name", "PEEL inspections");
        property(html, "og:locale", "en_GB");
        property(html, "og:title", escaped(view.title()));
        property(html, "og:description", escaped(view.description()));
        return html.toString();
    }

    private static void property(StringBuilder html, String name, String escaped) {
        html.append("<meta property=\"")
                .append(name)
                .append("\" content=\"")
                .append(escaped)
                .append("\">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
