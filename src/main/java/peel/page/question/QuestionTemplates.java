package peel.page.question;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "question")
final class QuestionTemplates {

    private QuestionTemplates() {}

    static native TemplateInstance question(QuestionView question);
}
