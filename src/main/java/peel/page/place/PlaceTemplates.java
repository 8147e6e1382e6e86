package peel.page.place;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "place")
final class PlaceTemplates {

    private PlaceTemplates() {}

    static native TemplateInstance place(PlaceView place);
}
