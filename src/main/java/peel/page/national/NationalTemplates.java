package peel.page.national;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "national")
final class NationalTemplates {

    private NationalTemplates() {}

    static native TemplateInstance national(NationalView national);

    static native TemplateInstance empty();
}
