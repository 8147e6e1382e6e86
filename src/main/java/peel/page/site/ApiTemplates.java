package peel.page.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "site")
final class ApiTemplates {

    private ApiTemplates() {}

    static native TemplateInstance api(ApiView api);
}
