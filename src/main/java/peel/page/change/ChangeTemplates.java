package peel.page.change;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "change")
final class ChangeTemplates {

    private ChangeTemplates() {}

    static native TemplateInstance changes(ChangeView changes);
}
