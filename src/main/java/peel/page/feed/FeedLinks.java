package peel.page.feed;

import jakarta.inject.Singleton;
import peel.page.HeadPart;
import peel.page.PageAddress;
import peel.page.PageView;

/** Lets browsers and readers of feeds find the feeds: of all changes, and of the force that a page is about. */
@Singleton
class FeedLinks implements HeadPart {

    private static final String FORCES = "/forces/";

    @Override
    public String html(PageAddress address, PageView view, String state) {
        String links = link(address, "/feeds/changes", "All changes");
        String path = address.path();
        int end = path.indexOf('/', FORCES.length());
        if (path.startsWith(FORCES) && path.length() > FORCES.length()) {
            String force = path.substring(FORCES.length(), end < 0 ? path.length() : end);
            links += link(address, "/feeds/forces/" + PageAddress.encode(force), "Changes about this force");
        }
        return links;
    }

    private static String link(PageAddress address, String feed, String title) {
        return "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"%s\" href=\"%s\">\n"
                .formatted(title, address.to(feed + ".atom"));
    }
}
