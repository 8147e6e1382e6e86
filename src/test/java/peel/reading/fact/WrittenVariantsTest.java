package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peel.finding.FindingKind;
import peel.finding.Wording;
import peel.judgment.ComparisonDirection;
import peel.judgment.JudgmentState;
import peel.observation.MissingReason;
import peel.question.Grade;
import peel.question.Pillar;
import peel.reading.evidence.BundledVocabulary;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.ReadObservation;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.Remark;
import peel.reading.evidence.ReportIdentity;
import peel.reading.text.RefusedReportException;
import peel.reading.text.ReportFile;
import peel.reading.text.ReportLimits;
import peel.report.SampleReport;

/** Reports that were written for the tests, with various forces, grades and numbers. */
class WrittenVariantsTest {

    @TempDir
    Path folder;

    @Test
    void readsAReportOnAnotherForceWithACover() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .withCover()
                .withPageNumbers()
                .overall("Outstanding")
                .grade(2, "Requires improvement")
                .passage(
                        4,
                        "As at 30 June 2015, Cumbria Constabulary was monitoring 21"
                                + " organised crime groups. That is 42 OCGs per one"
                                + " million of the population, which is low beside"
                                + " other forces."));

        ReportIdentity identity = reading.identity();
        assertEquals("cumbria", identity.force());
        assertEquals("2015", identity.cycle());
        assertEquals(Pillar.EFFECTIVENESS, identity.pillar());
        assertNull(identity.part());
        assertEquals("2016-02", identity.published());
        assertEquals(Grade.OUTSTANDING, judgment(reading, "overall").grade());
        assertEquals(
                Grade.REQUIRES_IMPROVEMENT, judgment(reading, "investigate").grade());
        assertEquals(Grade.GOOD, judgment(reading, "soc").grade());
        assertEquals("58.1", value(reading, "crime.rate", "cumbria", "Recorded crime (excluding fraud)"));
        assertEquals("7.7", value(reading, "crime.household-rate", "cumbria", "Burglary in a dwelling"));
        assertEquals("29.8", value(reading, "asb.rate", "cumbria", null));
        assertEquals("8310", value(reading, "outcome.count", "cumbria", "Charged/Summonsed"));
        assertEquals("16.0", value(reading, "outcome.rate", "england-and-wales", "Charged/Summonsed"));
        assertEquals(
                "Out-of-court (formal)",
                observation(reading, "outcome.count", "cumbria", "Caution - adults")
                        .dimensionGroup());
        assertEquals("21", value(reading, "ocg.count", "cumbria", null));
        assertEquals("42", value(reading, "ocg.rate", "cumbria", null));
        assertEquals(
                "low beside other forces",
                observation(reading, "ocg.rate", "cumbria", null).assessment());
    }

    @Test
    void findsANameOfSeveralWords() {
        ReadReport reading = read(SampleReport.of("Devon and Cornwall Police", "Devon and Cornwall"));

        assertEquals("devon-and-cornwall", reading.identity().force());
        assertEquals("63.0", value(reading, "crime.rate", "england-and-wales", "Recorded crime (excluding fraud)"));
    }

    @Test
    void findsALaterCycleByTitleAndFieldwork() {
        assertEquals(
                "2017",
                read(SampleReport.of("Kent Police", "Kent").year(2017))
                        .identity()
                        .cycle());
        assertEquals(
                "2016",
                read(SampleReport.of("Kent Police", "Kent").year(2016).withCover())
                        .identity()
                        .cycle());
    }

    @Test
    void holdsBackAGradeThatSummaryAndChapterPrintDifferently() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .grade(3, "Good")
                .chapterGrade(3, "Inadequate"));

        assertTrue(reading.judgments().stream()
                .noneMatch(judgment -> judgment.question().equals("vulnerable")));
        assertEquals("4 of 5 grades found", reading.plausibility().grades());
        assertEquals(List.of(), reading.plausibility().doubts());
        Remark remark = only(reading, Remark.Kind.CONTRADICTION);
        assertTrue(remark.isHeldBack(), remark.text());
        assertEquals("Good", remark.place().quotation());
        assertEquals("Inadequate", remark.other().quotation());
    }

    @Test
    void readsCausesOfConcernRecommendationsAndManyAreasInOrder() {
        SampleReport report = SampleReport.of("Cumbria Constabulary", "Cumbria")
                .concern(
                        3,
                        "Children who go missing are looked for too late, which is a cause of" + " concern.",
                        "look for missing children at once;",
                        "train those who take the calls.");
        for (int i = 1; i <= 9; i++) {
            report.improvement(3, "The force should mend thing " + i + " of its list.");
        }
        ReadReport reading = read(report);

        assertEquals(
                List.of("CAUSE_OF_CONCERN 1 PRINTED", "RECOMMENDATION 1 PRINTED", "RECOMMENDATION 2 PRINTED"),
                reading.findings().stream()
                        .filter(finding -> finding.kind() != FindingKind.AREA_FOR_IMPROVEMENT)
                        .map(f -> f.kind() + " " + f.ordinal() + " " + f.wording())
                        .toList());
        List<ReadFinding> areas = reading.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.AREA_FOR_IMPROVEMENT)
                .toList();
        assertEquals(9, areas.size());
        assertEquals("The force should mend thing 9 of its list.", areas.get(8).text());
        assertEquals(9, areas.get(8).ordinal());
        assertEquals("vulnerable", areas.get(8).question());
    }

    @Test
    void readsNoFindingsFromAReportWithoutBoxes() {
        assertEquals(
                List.of(),
                read(SampleReport.of("Cumbria Constabulary", "Cumbria")).findings());
    }

    @Test
    void addsAFindingThatIsMentionedButNotPrinted() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .passage(
                        3,
                        "With the serious causes of concern that came out of this"
                                + " inspection, more is to follow."));

        ReadFinding finding = reading.findings().get(0);
        assertEquals(1, reading.findings().size());
        assertEquals(FindingKind.CAUSE_OF_CONCERN, finding.kind());
        assertEquals(Wording.NOT_PRINTED, finding.wording());
        assertEquals("vulnerable", finding.question());
    }

    @Test
    void readsABlankCellAsNotPrintedAndAddsNoMissingRow() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .withoutCrimeRows()
                .crimeRow("Recorded crime (excluding fraud)", "58.1", "63.0")
                .crimeRow("Victim-based crime", "n/a", "56.0")
                .crimeRow("Sexual offences", "1.7", "-"));

        ReadObservation blank = observation(reading, "crime.rate", "cumbria", "Victim-based crime");
        assertNull(blank.value());
        assertEquals(MissingReason.NOT_PRINTED, blank.missing());
        assertEquals("56.0", value(reading, "crime.rate", "england-and-wales", "Victim-based crime"));
        assertEquals("1.7", value(reading, "crime.rate", "cumbria", "Sexual offences"));
        assertNull(observation(reading, "crime.rate", "england-and-wales", "Sexual offences")
                .value());
        assertEquals(
                0,
                reading.observations().stream()
                        .filter(o -> "Assault with injury".equals(o.dimension()))
                        .count());
    }

    @Test
    void addsARemarkForARowWithAnAmbiguousMissingCell() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .withoutCrimeRows()
                .crimeRow("Recorded crime (excluding fraud)", "58.1", "63.0")
                .crimeRow("Victim-based crime", "56.0")
                .crimeRow("Sexual offences", "1.7", "1.6"));

        assertEquals(
                0,
                reading.observations().stream()
                        .filter(o -> "Victim-based crime".equals(o.dimension()))
                        .count());
        assertTrue(reading.remarks().stream()
                .anyMatch(remark -> remark.kind() == Remark.Kind.NOT_UNDERSTOOD
                        && remark.text().equals("Victim-based crime 56.0")));
    }

    @Test
    void readsTheOtherFactsIfTheTablesAreMissing() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .withoutCrimeRows()
                .withoutOutcomeRows());

        assertEquals(5, reading.judgments().size());
        assertTrue(reading.observations().stream().allMatch(o -> o.value() == null));
        assertEquals(
                MissingReason.CHART_LOST,
                observation(reading, "crime.rate", "cumbria", "Police recorded crime")
                        .missing());
        assertEquals(
                List.of(),
                reading.observations().stream()
                        .filter(o -> o.metric().startsWith("outcome."))
                        .toList());
    }

    @Test
    void readsCarriedOverAndMissingJudgments() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .year(2017)
                .grade(2, "Not graded")
                .grade(3, "Requires improvement")
                .passage(3, "This was not looked at in 2017; the judgment of 2016 has been" + " carried over.")
                .grade(4, "Not inspected"));

        ReadJudgment carried = judgment(reading, "vulnerable");
        assertEquals(JudgmentState.CARRIED_OVER, carried.state());
        assertEquals(Grade.REQUIRES_IMPROVEMENT, carried.grade());
        assertEquals("2016", carried.carriedOverFrom());
        assertEquals(JudgmentState.NOT_GRADED, judgment(reading, "investigate").state());
        assertNull(judgment(reading, "investigate").grade());
        assertEquals(JudgmentState.NOT_INSPECTED, judgment(reading, "soc").state());
    }

    @Test
    void readsComparisonsWithThePreviousJudgment() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .finding(
                        1,
                        "Cumbria Constabulary is good at preventing crime and"
                                + " anti-social behaviour. This is an improvement on"
                                + " 2014, when the force was judged to be inadequate.")
                .finding(
                        2,
                        "The force’s way of investigating crime and managing offenders"
                                + " is unchanged since 2014, when it was judged as good.")
                .finding(4, "No comparison with years before is possible for serious and" + " organised crime."));

        ReadJudgment prevent = judgment(reading, "prevent");
        assertEquals(ComparisonDirection.IMPROVED, prevent.direction());
        assertEquals(2014, prevent.statedYear());
        assertEquals(Grade.INADEQUATE, prevent.statedGrade());
        ReadJudgment investigate = judgment(reading, "investigate");
        assertEquals(ComparisonDirection.UNCHANGED, investigate.direction());
        assertEquals(Grade.GOOD, investigate.statedGrade());
        assertEquals(
                ComparisonDirection.NOT_COMPARABLE, judgment(reading, "soc").direction());
        assertNull(judgment(reading, "vulnerable").direction());
    }

    @Test
    void ignoresImprovementsOfPartsOfTheWork() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .passage(
                        2,
                        "Files are neat now. This is an improvement on our 2014"
                                + " inspection, when they were judged as inadequate."));

        assertNull(judgment(reading, "investigate").direction());
    }

    @Test
    void ignoresTheFieldworkOfPreviousInspections() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .passage(1, "When HMIC inspected the force in August 2014 it rained."));

        assertEquals(
                List.of("[prevent, investigate, soc] 2015-09-01 2015-11-30", "[vulnerable] 2015-06-01 2015-08-31"),
                reading.fieldwork().stream()
                        .map(part -> part.questions() + " " + part.from() + " " + part.to())
                        .toList());
    }

    @Test
    void keepsTheGradeIfTheTextContradictsIt() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .grade(3, "Good")
                .finding(3, "All in all, HMIC judges that overall the force is inadequate" + " in this."));

        assertEquals(Grade.GOOD, judgment(reading, "vulnerable").grade());
        assertNotNull(judgment(reading, "vulnerable").contradiction());
        assertEquals("Good", only(reading, Remark.Kind.CONTRADICTION).place().quotation());
    }

    @Test
    void keepsContradictoryValuesAsPrinted() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .passage(
                        1,
                        "In the 12 months to 30 June 2015, Cumbria Constabulary"
                                + " recorded 24,764 incidents of anti-social"
                                + " behaviour.")
                .passage(
                        4,
                        "As at 30 June 2015 the force was monitoring 21 organised"
                                + " crime groups. This is 84 OCGs per one million of"
                                + " the population."));

        Remark remark = only(reading, Remark.Kind.CONTRADICTION);
        assertTrue(remark.text().contains("ocg.count 21 with ocg.rate 84"), remark.text());
        assertEquals("84", value(reading, "ocg.rate", "cumbria", null));
        for (String metric : List.of("ocg.count", "ocg.rate", "asb.incidents", "asb.rate")) {
            assertNotNull(observation(reading, metric, "cumbria", null).contradiction(), metric);
        }
    }

    @Test
    void reportsRowsThatDoNotAddUpToTheirGroup() {
        ReadReport reading = read(SampleReport.of("Cumbria Constabulary", "Cumbria")
                .withoutOutcomeRows()
                .outcomeRow("Out-of-court (informal)", "2,020", "4.2", "159,915", "4.4")
                .outcomeRow("     Cannabis/Khat warning", "520", "1.1", "41,964", "1.2")
                .outcomeRow("     Community resolution", "1,560", "3.2", "117,951", "3.3"));

        Remark remark = only(reading, Remark.Kind.CONTRADICTION);
        assertTrue(remark.text().contains("2080") && remark.text().contains("2020"), remark.text());
        assertNotNull(observation(reading, "outcome.count", "cumbria", "Community resolution")
                .contradiction());
        assertEquals("1560", value(reading, "outcome.count", "cumbria", "Community resolution"));
    }

    @Test
    void addsARemarkOnlyForASentenceThatIsNotUnderstood() {
        String unknown = "In the stables of the force stand 14 horses.";
        String known = "The force has set up two multi-agency safeguarding hubs.";
        ReadReport reading =
                read(SampleReport.of("Cumbria Constabulary", "Cumbria").passage(1, unknown + " " + known));

        List<String> unread = reading.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.NOT_UNDERSTOOD)
                .map(Remark::text)
                .toList();
        assertEquals(1, unread.stream().filter(unknown::equals).count());
        assertEquals(0, unread.stream().filter(known::equals).count());
        assertEquals("2", value(reading, "partnership.safeguarding-hubs", "cumbria", null));
    }

    @Test
    void refusesAFileThatIsNotAPeelReport() {
        RefusedReportException refused = assertThrows(
                RefusedReportException.class,
                () -> read("Annual accounts of Kent Police\n\nThe police and crime"
                        + " commissioner spent what was planned. Kent Police"
                        + " has 3,200 officers, and HMIC thinks well of them.\n"));

        assertTrue(refused.getMessage().contains("not a PEEL report"), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    @Test
    void refusesAnUnknownForceByName() {
        RefusedReportException refused = assertThrows(
                RefusedReportException.class, () -> read(SampleReport.of("Borsetshire Police", "Borsetshire")));

        assertTrue(refused.getMessage().contains("Borsetshire Police"), refused.getMessage());
    }

    @Test
    void refusesAnUnknownCycleByName() {
        RefusedReportException refused = assertThrows(
                RefusedReportException.class,
                () -> read(SampleReport.of("Kent Police", "Kent").year(2031).withCover()));

        assertTrue(refused.getMessage().contains("2031"), refused.getMessage());
    }

    private ReadReport read(SampleReport report) {
        return read(report.text());
    }

    private ReadReport read(String text) {
        Path file = folder.resolve("report.txt");
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        ReportLimits limits = new ReportLimits(10_000_000, 1_000, 10_000_000, Duration.ofMinutes(1));
        return new ReportReader(BundledVocabulary.get()).read(ReportFile.read(file, limits));
    }

    private static ReadJudgment judgment(ReadReport reading, String question) {
        return reading.judgments().stream()
                .filter(judgment -> judgment.question().equals(question))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no judgment on " + question));
    }

    private static ReadObservation observation(ReadReport reading, String metric, String area, String dimension) {
        return reading.observations().stream()
                .filter(o -> o.metric().equals(metric) && o.area().equals(area))
                .filter(o -> dimension == null || dimension.equals(o.dimension()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + metric + " of " + area));
    }

    private static String value(ReadReport reading, String metric, String area, String dimension) {
        return observation(reading, metric, area, dimension).value().toPlainString();
    }

    private static Remark only(ReadReport reading, Remark.Kind kind) {
        List<Remark> remarks = reading.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .toList();
        assertEquals(1, remarks.size(), remarks.toString());
        return remarks.get(0);
    }
}
