package peel.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates of every page. */
@CheckedTemplate(basePath = "site")
final class SiteTemplates {

    private SiteTemplates() {}

    static native TemplateInstance layout(Layout page);

    static native TemplateInstance embed(Layout page, String chart, List<PageTable> tables);

    static native TemplateInstance status(String message, List<PageLink> near, String root, boolean search);
}
