package peel.page.feed;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.node.NaturalKey;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageFeed;
import peel.page.PageForm;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageView;

/** The newest changes that match a filter. */
abstract class ChangeFeed implements Page {

    private static final String OPERATION = """
            query Changes($filter: ChangeFilter!) {
              dataset { updatedAt revisions(last: 1) { nodes { state } } }
              changes(filter: $filter, first: 100) {
                nodes { FIELDS }
              }
            }
            """.replace("FIELDS", ChangeLog.FIELDS.strip());

    private final String name;
    private final String path;

    ChangeFeed(String name, String path) {
        this.name = name;
        this.path = path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String mediaType(PageForm form) {
        return form == PageForm.JSON ? PageForm.FEED_JSON : Page.super.mediaType(form);
    }

    /** The filter of the changes, as a GraphQL input. */
    abstract Map<String, Object> filter(PageAddress address);

    /** What the changes are of, as the end of the title: " of Kent Police". */
    abstract String of(PageAddress address, List<Change> changes);

    @Override
    public PageRead read(PageAddress address) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("filter", filter(address));
        return PageRead.of(OPERATION, variables);
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        List<Change> changes =
                data.object("changes").objects("nodes").stream().map(Change::of).toList();
        PageData dataset = data.object("dataset");
        String title = "Changes" + of(address, changes);
        OffsetDateTime updated = changes.isEmpty()
                ? OffsetDateTime.parse(dataset.text("updatedAt"))
                : changes.get(0).changedAt();
        // The first state tells databases apart, and stays.
        String database = dataset.object("revisions").objects("nodes").get(0).text("state");
        UUID id = NaturalKey.of("feed", database, address.path());
        PageFeed feed = new PageFeed(
                id, title, updated, changes.stream().map(Change::entry).toList());
        PageTable table = ChangeLog.of(address, title, changes);
        return PageView.of(
                        title,
                        "What imports changed, the newest first.",
                        FeedTemplates.changes(table, address.to(PageForm.ATOM), address.to(PageForm.JSON)),
                        table)
                .with(feed);
    }
}
