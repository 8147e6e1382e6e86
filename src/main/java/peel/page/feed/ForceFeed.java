package peel.page.feed;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import peel.page.PageAddress;

/** The changes of facts about one force. */
@Singleton
class ForceFeed extends ChangeFeed {

    ForceFeed() {
        super("force-feed", "/feeds/forces/:force");
    }

    @Override
    Map<String, Object> filter(PageAddress address) {
        return Map.of("force", List.of(address.segment("force")));
    }

    @Override
    String of(PageAddress address, List<Change> changes) {
        String slug = address.segment("force");
        String name = changes.isEmpty() ? null : changes.get(0).force();
        return " about " + (name == null ? slug : name);
    }
}
