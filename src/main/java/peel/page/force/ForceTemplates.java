package peel.page.force;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import peel.page.PageTable;

@CheckedTemplate(basePath = "force")
final class ForceTemplates {

    private ForceTemplates() {}

    static native TemplateInstance forces(PageTable table);

    static native TemplateInstance force(ForceView force);
}
