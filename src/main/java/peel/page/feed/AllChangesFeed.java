package peel.page.feed;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import peel.page.PageAddress;

@Singleton
class AllChangesFeed extends ChangeFeed {

    AllChangesFeed() {
        super("feed", "/feeds/changes");
    }

    @Override
    Map<String, Object> filter(PageAddress address) {
        return Map.of();
    }

    @Override
    String of(PageAddress address, List<Change> changes) {
        return "";
    }
}
