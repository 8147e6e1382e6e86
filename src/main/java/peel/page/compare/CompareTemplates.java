package peel.page.compare;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "compare")
final class CompareTemplates {

    private CompareTemplates() {}

    static native TemplateInstance compare(CompareView compare);
}
