package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import peel.finding.FindingKind;
import peel.finding.Wording;
import peel.question.Pillar;
import peel.reading.evidence.BundledVocabulary;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.ReadObservation;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.Remark;
import peel.reading.evidence.ReportIdentity;
import peel.reading.text.Lines;
import peel.reading.text.SeedReport;

/** The facts of a published report, compared with the facts typed from it by hand for the bundled dataset. */
class BedfordshireTest {

    private static final String PUBLICATION = "peel-effectiveness-2015-bedfordshire";

    private static ReadReport report;

    @BeforeAll
    static void read() {
        report = new ReportReader(BundledVocabulary.get()).read(SeedReport.read());
    }

    @Test
    void readsTheIdentityOfTheInspection() {
        assertEquals(
                new ReportIdentity(
                        "bedfordshire",
                        "2015",
                        List.of(Pillar.EFFECTIVENESS),
                        null,
                        "PEEL: Police effectiveness 2015 - Bedfordshire Police",
                        "HMIC",
                        null),
                report.identity());
    }

    @Test
    void readsTheObservationsOfTheDataset() {
        Map<String, String> expected = byKey(
                typed("observations.csv"),
                row -> String.join(
                        " ",
                        row.get("metric"),
                        row.get("area"),
                        row.get("from"),
                        row.get("to"),
                        row.get("as_at"),
                        row.get("baseline_from"),
                        row.get("baseline_to"),
                        row.get("dimension")),
                row -> String.join(
                        " ",
                        row.get("dimension_group"),
                        row.get("value"),
                        row.get("missing"),
                        row.get("qualifier"),
                        row.get("figure"),
                        row.get("page")));
        Map<String, String> read = byKey(
                report.observations(),
                BedfordshireTest::key,
                o -> String.join(
                        " ",
                        text(o.dimensionGroup()),
                        o.value() == null ? "" : plain(o.value()),
                        text(o.missing()),
                        text(o.qualifier()),
                        text(o.place().figure()),
                        text(o.place().page())));

        assertEquals(lines(expected), lines(read));
    }

    @Test
    void readsTheObservationsFromTheLinesOfTheDataset() {
        Map<String, Lines> read = byKey(
                report.observations(),
                BedfordshireTest::key,
                observation -> observation.place().lines());
        List<String> elsewhere = typed("observations.csv").stream()
                .filter(row -> {
                    String key = String.join(
                            " ",
                            row.get("metric"),
                            row.get("area"),
                            row.get("from"),
                            row.get("to"),
                            row.get("as_at"),
                            row.get("baseline_from"),
                            row.get("baseline_to"),
                            row.get("dimension"));
                    return !meet(read.get(key), row);
                })
                .map(CSVRecord::toString)
                .toList();

        assertEquals(List.of(), elsewhere);
    }

    @Test
    void readsTheJudgmentsOfTheDataset() {
        Map<String, String> expected = byKey(
                typed("judgments.csv"),
                row -> row.get("question"),
                row -> String.join(
                        " ",
                        row.get("state"),
                        row.get("grade"),
                        row.get("stated_direction"),
                        row.get("stated_year"),
                        row.get("stated_grade")));
        Map<String, String> read = byKey(
                report.judgments(),
                ReadJudgment::question,
                judgment -> String.join(
                        " ",
                        text(judgment.state()),
                        text(judgment.grade()),
                        text(judgment.direction()),
                        text(judgment.statedYear()),
                        text(judgment.statedGrade())));

        assertEquals(lines(expected), lines(read));
        for (CSVRecord row : typed("judgments.csv")) {
            ReadJudgment judgment = report.judgments().stream()
                    .filter(j -> j.question().equals(row.get("question")))
                    .findFirst()
                    .orElseThrow();
            assertTrue(meet(judgment.place().lines(), row), row.toString());
        }
    }

    @Test
    void readsTheFindingsOfTheDatasetInTheWordsOfTheReport() {
        List<String> expected = typed("findings.csv").stream()
                .filter(row -> row.get("cycle").equals("2015"))
                .map(row -> String.join(
                        " ",
                        row.get("question"),
                        row.get("kind"),
                        row.get("ordinal"),
                        row.get("wording").equals("NOT_PRINTED") ? "NOT_PRINTED" : "PRINTED"))
                .sorted()
                .toList();
        List<String> read = report.findings().stream()
                .map(finding -> String.join(
                        " ",
                        finding.question(),
                        text(finding.kind()),
                        text(finding.ordinal()),
                        text(finding.wording())))
                .sorted()
                .toList();

        assertEquals(expected, read);
        for (CSVRecord row : typed("findings.csv")) {
            report.findings().stream()
                    .filter(finding -> row.get("cycle").equals("2015")
                            && finding.question().equals(row.get("question"))
                            && finding.kind() == FindingKind.valueOf(row.get("kind"))
                            && text(finding.ordinal()).equals(row.get("ordinal")))
                    .forEach(finding -> assertTrue(meet(finding.place().lines(), row), row.toString()));
        }
        report.findings().stream()
                .filter(finding -> finding.wording() == Wording.PRINTED)
                .forEach(finding -> assertTrue(finding.text().startsWith("The force should ")));
    }

    @Test
    void readsTheFieldworkOfTheDataset() {
        List<String> expected = typed("fieldwork.csv").stream()
                .map(row -> row.get("questions") + " " + row.get("from") + row.get("to"))
                .toList();
        List<String> read = report.fieldwork().stream()
                .map(part -> String.join(";", part.questions()) + " " + part.from() + part.to())
                .toList();

        assertEquals(expected, read);
    }

    @Test
    void findsNoContradictions() {
        assertEquals(
                List.of(),
                report.remarks().stream()
                        .filter(remark -> remark.kind() == Remark.Kind.CONTRADICTION)
                        .toList());
    }

    @Test
    void readsTheDescriptionsOfValues() {
        assertEquals(
                "high compared with other forces in England and Wales",
                observation("ocg.rate").assessment());
        assertEquals(
                "lower than the national victim satisfaction rate; broadly in line with the previous year’s rate;"
                        + " significantly higher than the rate for the 12 months to 31 March 2011",
                observation("victim-satisfaction.whole-experience").assessment());
        assertEquals(
                "one of only a few forces with an increase",
                observation("asb.change").assessment());
    }

    private static ReadObservation observation(String metric) {
        return report.observations().stream()
                .filter(o -> o.metric().equals(metric) && o.area().equals("bedfordshire"))
                .filter(o -> o.value() != null)
                .findFirst()
                .orElseThrow();
    }

    private static String key(ReadObservation observation) {
        return String.join(
                " ",
                observation.metric(),
                observation.area(),
                text(observation.from()),
                text(observation.to()),
                text(observation.asAt()),
                text(observation.baselineFrom()),
                text(observation.baselineTo()),
                text(observation.dimension()));
    }

    private static boolean meet(Lines lines, CSVRecord row) {
        return lines != null
                && lines.from() <= Integer.parseInt(row.get("line_to"))
                && Integer.parseInt(row.get("line_from")) <= lines.to();
    }

    private static List<CSVRecord> typed(String file) {
        return BundledVocabulary.rows(file).stream()
                .filter(row -> row.get("publication").equals(PUBLICATION))
                .toList();
    }

    private static <T, V> Map<String, V> byKey(List<T> rows, Function<T, String> key, Function<T, V> value) {
        return rows.stream()
                .collect(Collectors.toMap(
                        key,
                        value,
                        (one, other) -> {
                            throw new AssertionError("twice: " + one);
                        },
                        TreeMap::new));
    }

    private static String lines(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
