package peel.page.feed;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import peel.change.ChangeKind;
import peel.page.NoSuchPageException;
import peel.page.PageAddress;
import peel.page.PageLink;

/** The changes of one kind. */
@Singleton
class KindFeed extends ChangeFeed {

    KindFeed() {
        super("kind-feed", "/feeds/kinds/:kind");
    }

    @Override
    Map<String, Object> filter(PageAddress address) {
        String kind = address.segment("kind");
        return Arrays.stream(ChangeKind.values())
                .filter(known -> segment(known).equals(kind))
                .findFirst()
                .map(known -> Map.<String, Object>of("kind", List.of(known.name())))
                .orElseThrow(() -> new NoSuchPageException(
                        "There is no such kind of change.",
                        Arrays.stream(ChangeKind.values())
                                .map(known ->
                                        new PageLink(segment(known), address.to("/feeds/kinds/" + segment(known))))
                                .toList()));
    }

    private static String segment(ChangeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    String of(PageAddress address, List<Change> changes) {
        return " of the kind " + address.segment("kind");
    }
}
