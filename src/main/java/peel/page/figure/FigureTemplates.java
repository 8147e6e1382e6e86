package peel.page.figure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import peel.page.PageLink;
import peel.page.PageTable;

@CheckedTemplate(basePath = "figure")
final class FigureTemplates {

    private FigureTemplates() {}

    static native TemplateInstance figures(PageTable table, List<PageLink> kinds);

    static native TemplateInstance figure(FigureView figure, PageTable table);
}
