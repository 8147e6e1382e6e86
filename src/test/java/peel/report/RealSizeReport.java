package peel.report;

import static peel.reading.layout.PassageKind.BULLET;
import static peel.reading.layout.PassageKind.CAPTION;
import static peel.reading.layout.PassageKind.FOOTNOTE;
import static peel.reading.layout.PassageKind.NOTE;
import static peel.reading.layout.PassageKind.PARAGRAPH;
import static peel.reading.layout.PassageKind.SOURCE;
import static peel.reading.layout.PassageKind.TABLE_ROW;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import peel.finding.FindingKind;
import peel.reading.layout.FigureStatus;
import peel.reading.layout.PassageKind;

/**
 * A report as large as those that forces get, in words of our own: 60 sections of 20 passages on 1,500 lines with 40
 * footnotes, 5 figures and 50 remarks, and a text of 75 KB.
 */
public final class RealSizeReport {

    private static final int SECTIONS = 60;
    private static final int FOOTNOTES = 40;
    private static final int FIGURES = 5;
    private static final int ROWS = 10;
    private static final int FINDINGS = 12;

    /** Words that are in many passages, as "police" is in those of real reports. */
    private static final List<String> FREQUENT = List.of(
            "police", "officers", "force", "victims", "crime", "staff", "risk", "people", "community", "domestic");

    private RealSizeReport() {}

    /** Stores the reports of four forces, with PostgreSQL's statistics of them. */
    public static void storeFour(Connection connection) throws SQLException {
        for (String force : List.of("kent", "staffordshire", "warwickshire", "bedfordshire")) {
            StoredReports.store(connection, of(force).reading());
        }
        connection.setAutoCommit(true);
        connection.createStatement().execute("vacuum analyze");
    }

    /** The report on a force, the same at every call. */
    public static WrittenReport of(String force) {
        Random random = new Random(force.hashCode());
        WrittenReport report = new WrittenReport(force);
        for (int section = 0; section < SECTIONS; section++) {
            report.page(section + 1).section(1 + section % 3, sentence(random, 6), "prevent");
            int passages = 17;
            if (section < FOOTNOTES) {
                passages -= 2;
                report.passage(PARAGRAPH, "The figures are those of the force.").mark(section + 1, "the force.");
                report.passage(FOOTNOTE, section + 1, sentence(random, 20));
            }
            if (section >= SECTIONS - FIGURES) {
                int number = section - SECTIONS + FIGURES + 1;
                passages -= ROWS + 3;
                report.passage(CAPTION, number, "Figure " + number + ": " + sentence(random, 12));
                for (int row = 0; row < ROWS; row++) {
                    report.passage(TABLE_ROW, "Area " + row + "\t4,120\t2.3\t1,001");
                }
                report.passage(SOURCE, "Source: " + sentence(random, 4))
                        .passage(NOTE, "* " + sentence(random, 6))
                        .figure("Figure " + number, ROWS + 3, FigureStatus.TABLE);
            }
            for (int passage = 0; passage < passages; passage++) {
                PassageKind kind = passage % 4 == 0 ? BULLET : PARAGRAPH;
                if (passage % 3 == 0) {
                    report.passage(kind, sentence(random, 8), sentence(random, 5));
                } else {
                    report.passage(kind, sentence(random, 8));
                }
            }
            if (section < FINDINGS) {
                report.passage(BULLET, sentence(random, 25))
                        .finding("prevent", FindingKind.AREA_FOR_IMPROVEMENT, 100 + section, 1);
            }
            if (section < 45) {
                report.passage(PARAGRAPH, sentence(random, 25)).notUnderstood();
            }
            if (section < 5) {
                report.contradiction(sentence(random, 12), 11 + section, 4);
            }
        }
        return report;
    }

    private static String sentence(Random random, int words) {
        List<String> sentence = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            sentence.add(
                    random.nextInt(4) == 0
                            ? FREQUENT.get(random.nextInt(FREQUENT.size()))
                            : "w" + Integer.toString(1_000_000 + random.nextInt(800), 36));
        }
        return String.join(" ", sentence) + ".";
    }
}
