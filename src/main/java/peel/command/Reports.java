package peel.command;

import peel.report.text.RefusedReport;
import peel.start.Settings;

/** How this program reads reports. */
final class Reports {

    private Reports() {}

    static ReportReader reader(Settings settings) {
        return (file, vocabulary) -> {
            throw new RefusedReport(file + ": reports can't be read yet");
        };
    }
}
