package peel.page.feed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import peel.page.PageTable;

@CheckedTemplate(basePath = "feed")
final class FeedTemplates {

    private FeedTemplates() {}

    static native TemplateInstance changes(PageTable table, String atom, String json);
}
