package peel.page.data;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "data")
final class DataTemplates {

    private DataTemplates() {}

    static native TemplateInstance data(DataView view);
}
