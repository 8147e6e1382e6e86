package peel.page.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "report")
final class ReportTemplates {

    private ReportTemplates() {}

    static native TemplateInstance reports(ReportsView reports);

    static native TemplateInstance report(ReportView report);
}
