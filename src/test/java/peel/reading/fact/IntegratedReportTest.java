package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.question.Pillar;
import peel.reading.evidence.BundledVocabulary;
import peel.reading.evidence.InspectedQuestion;
import peel.reading.evidence.ReadReport;
import peel.reading.fact.TransformedReports.Outcome;
import peel.reading.layout.Section;
import peel.reading.text.ReportFile;
import peel.reading.text.ReportLimits;

/** A report in the form of 2018/19, which covers three pillars. What is expected was typed from its text. */
class IntegratedReportTest {

    private static final Path REPORT = Path.of("src/test/resources/reports/peel-2018-19-kent.txt");

    @TempDir
    Path folder;

    private String text;

    @BeforeEach
    void readText() throws Exception {
        text = Files.readString(REPORT);
    }

    private static ReadReport reading() {
        return new ReportReader(BundledVocabulary.get())
                .read(ReportFile.read(REPORT, new ReportLimits(1 << 20, 99, 1 << 20, Duration.ofMinutes(1))));
    }

    @Test
    void knowsThePillarsFromTheTitle() {
        ReadReport reading = reading();
        assertEquals("kent", reading.identity().force());
        assertEquals("2018/19", reading.identity().cycle());
        assertEquals(
                List.of(Pillar.EFFECTIVENESS, Pillar.EFFICIENCY, Pillar.LEGITIMACY),
                reading.identity().pillars());
        assertEquals("2019-05", reading.identity().published());
        assertEquals("HMICFRS", reading.identity().publisher());
        assertEquals(
                "PEEL: Police effectiveness, efficiency and legitimacy 2018/19 - Kent Police",
                reading.identity().title());
        assertEquals(List.of(), reading.plausibility().doubts());
        assertEquals("12 of 12 grades found", reading.plausibility().grades());
        assertEquals(List.of(), reading.heldBack());
    }

    @Test
    void readsTheGradesOfEachPillar() {
        assertEquals(
                """
                EFFECTIVENESS overall GRADED GOOD null
                EFFECTIVENESS prevent CARRIED_OVER GOOD 2017
                EFFECTIVENESS investigate GRADED GOOD null
                EFFECTIVENESS vulnerable GRADED REQUIRES_IMPROVEMENT null
                EFFECTIVENESS soc CARRIED_OVER GOOD 2017
                EFFICIENCY overall GRADED OUTSTANDING null
                EFFICIENCY demand CARRIED_OVER OUTSTANDING 2017
                EFFICIENCY planning GRADED OUTSTANDING null
                LEGITIMACY overall GRADED GOOD null
                LEGITIMACY public GRADED OUTSTANDING null
                LEGITIMACY ethics GRADED INADEQUATE null
                LEGITIMACY workforce GRADED GOOD null
                """,
                reading().judgments().stream()
                        .map(judgment -> "%s %s %s %s %s\n"
                                .formatted(
                                        judgment.pillar(),
                                        judgment.question(),
                                        judgment.state(),
                                        judgment.grade(),
                                        judgment.carriedOverFrom()))
                        .collect(Collectors.joining()));
    }

    @Test
    void readsFindingsFiguresAndDatesOfEachPillar() {
        ReadReport reading = reading();
        assertEquals(
                """
                EFFECTIVENESS investigate AREA_FOR_IMPROVEMENT 1 129
                EFFECTIVENESS investigate AREA_FOR_IMPROVEMENT 2 132
                EFFECTIVENESS vulnerable AREA_FOR_IMPROVEMENT 1 144
                EFFICIENCY planning AREA_FOR_IMPROVEMENT 1 196
                LEGITIMACY public AREA_FOR_IMPROVEMENT 1 222
                LEGITIMACY ethics CAUSE_OF_CONCERN 1 234
                LEGITIMACY ethics RECOMMENDATION 1 239
                LEGITIMACY ethics RECOMMENDATION 2 241
                LEGITIMACY workforce AREA_FOR_IMPROVEMENT 1 252
                """,
                reading.findings().stream()
                        .map(finding -> "%s %s %s %d %d\n"
                                .formatted(
                                        finding.pillar(),
                                        finding.question(),
                                        finding.kind(),
                                        finding.ordinal(),
                                        finding.place().lines().from()))
                        .collect(Collectors.joining()));
        assertEquals(
                List.of("crime.change kent 2018-01-01 2018-12-31 6"),
                reading.observations().stream()
                        .filter(figure -> figure.value() != null)
                        .map(figure -> "%s %s %s %s %s"
                                .formatted(figure.metric(), figure.area(), figure.from(), figure.to(), figure.value()))
                        .toList());
        // Those whose grades are carried over were not inspected in these months.
        assertEquals(
                List.of(
                        "EFFECTIVENESS [investigate, vulnerable, specialist] 2018-10-01 2018-12-31",
                        "EFFICIENCY [planning] 2018-10-01 2018-12-31",
                        "LEGITIMACY [public, ethics, workforce] 2018-10-01 2018-12-31"),
                reading.fieldwork().stream()
                        .map(part -> part.pillar() + " " + part.questions() + " " + part.from() + " " + part.to())
                        .toList());
    }

    @Test
    void dividesTheTextAmongTheQuestionsOfThreePillars() {
        ReadReport reading = reading();
        Map<String, InspectedQuestion> questions = reading.document().sections().stream()
                .filter(section -> section.level() == 1 && section.heading() != null)
                .filter(section -> reading.sectionQuestions().containsKey(section.ordinal()))
                .collect(Collectors.toMap(
                        Section::heading, section -> reading.sectionQuestions().get(section.ordinal())));
        assertEquals(new InspectedQuestion(Pillar.EFFECTIVENESS, "overall"), questions.get("Effectiveness"));
        assertEquals(new InspectedQuestion(Pillar.EFFECTIVENESS, "specialist"), questions.get("Armed policing"));
        assertEquals(new InspectedQuestion(Pillar.EFFICIENCY, "overall"), questions.get("Efficiency"));
        assertEquals(
                new InspectedQuestion(Pillar.EFFICIENCY, "demand"),
                questions.get("Meeting current demands and using resources"));
        assertEquals(
                new InspectedQuestion(Pillar.LEGITIMACY, "workforce"), questions.get("Treating the workforce fairly"));
        // Three pillars with their names, and thirteen questions of which the names are the titles of three.
        assertEquals(16, questions.size());
    }

    /** The wordings of the dataset in the place of the short titles, with and without the names of the pillars. */
    @Test
    void readsTheSameBelowQuestions() {
        String asked = asked(text);
        assertReadsTheSame(asked);
        assertReadsTheSame(asked.replaceAll("(?m)^\f(Effectiveness|Efficiency|Legitimacy)$", "\f"));
        int chapters = text.indexOf("The force knows its county");
        assertReadsTheSame(text.substring(0, chapters) + asked(text.substring(chapters)));
        assertReadsTheSame(asked(text.substring(0, chapters)) + text.substring(chapters));
    }

    private static String asked(String titled) {
        return titled.replace(
                        "Preventing crime and tackling anti-social behaviour",
                        "How effective is the force at preventing crime, tackling anti-social\nbehaviour and keeping people"
                                + " safe?")
                .replace(
                        "Investigating crime",
                        "How effective is the force at investigating crime and reducing re-offending?")
                .replace(
                        "Protecting vulnerable people",
                        "How effective is the force at protecting those who are vulnerable from harm, and\nsupporting"
                                + " victims?")
                .replace(
                        "Tackling serious and organised crime",
                        "How effective is the force at tackling serious and organised crime?")
                .replace("Armed policing", "How effective are the force's specialist capabilities?")
                .replace(
                        "Meeting current demands and using resources",
                        "How well does the force use its resources to meet the demand it faces?")
                .replace("Planning for the future", "How well does the force plan for the future?")
                .replace(
                        "Treating the public fairly",
                        "To what extent does the force treat all of the people it serves with fairness and\nrespect?")
                .replace(
                        "Ethical and lawful workforce behaviour",
                        "How well does the force ensure that its workforce behaves ethically and lawfully?")
                .replace(
                        "Treating the workforce fairly",
                        "To what extent does the force treat its workforce with fairness and respect?");
    }

    @Test
    void readsTheSameWithoutASummary() {
        int from = text.indexOf("Overall summary\n\n");
        int to = text.indexOf("The force knows its county");
        assertReadsTheSame(text.substring(0, from) + text.substring(to));
    }

    private void assertReadsTheSame(String other) {
        Outcome read = TransformedReports.read(folder, other);
        assertEquals(List.of(), List.copyOf(read.refusal()));
        assertEquals(TransformedReports.read(folder, text).facts(), read.facts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            efficiency and legitimacy 2018/19    | efficiency and legitimacy 2017                | took place in 2018
            effectiveness, efficiency and        | effectiveness and                             | a question of another inspection
            effectiveness, efficiency and legit  | legit                                         | questions of
            efficiency and legitimacy 2018/19    | efficiency, legitimacy and leadership 2018/19 | no questions on leadership in 2018/19
            May 2019                             | May 2016                                      | dated 2016-05
            October and December 2018            | October and December 2015                     | the fieldwork took place in 2015
            An inspection of Kent Police         | An inspection of Surrey Police                | more often
            """)
    void refusesAnotherTitle(String printed, String other, String reason) {
        assertTrue(text.contains(printed));
        assertRefused(text.replaceFirst(printed, other), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Protecting vulnerable people            | effectiveness vulnerable
            Planning for the future                 | efficiency planning
            Ethical and lawful workforce behaviour  | legitimacy ethics
            """)
    void refusesAReportWithoutAChapter(String title, String question) {
        assertRefused(text.replace(title, "What else we saw"), "no chapter on " + question + " was found");
        // The title in the summary is not the chapter's.
        int chapter = text.lastIndexOf("\f" + title) + 1;
        assertRefused(
                text.substring(0, chapter) + "What else we saw" + text.substring(chapter + title.length()),
                "chapter on " + question);
    }

    @Test
    void refusesAReportWithoutAPillar() {
        String without = text.replace("\fEfficiency\n", "\f")
                .replace("How efficiently does the force operate and how sustainable are its services?\n", "");
        assertRefused(without, "no chapter on efficiency overall was found");
        assertRefused(without, "the chapter on effectiveness specialist (lines 156-169) has a grade");
    }

    @Test
    void refusesChaptersInAnotherOrder() {
        int efficiency = text.indexOf("\fEfficiency");
        int legitimacy = text.indexOf("\fLegitimacy");
        int annex = text.indexOf("\fAnnex A");
        assertRefused(
                text.substring(0, efficiency)
                        + text.substring(legitimacy, annex)
                        + text.substring(efficiency, legitimacy)
                        + text.substring(annex),
                "stands before the one on");
    }

    @Test
    void refusesTwoReportsInOneFile() {
        assertRefused(text + "\f" + text.replace("Kent", "Surrey"), "several reports");
    }

    private void assertRefused(String damaged, String reason) {
        Outcome read = TransformedReports.read(folder, damaged);
        assertTrue(read.refusal().toString().contains(reason), read.refusal().toString());
    }

    @ParameterizedTest
    @CsvSource({"Efficiency, EFFICIENCY overall", "Ethical and lawful workforce behaviour, LEGITIMACY ethics"})
    void holdsAGradeBackThatTheSummaryContradicts(String title, String question) {
        Outcome read = TransformedReports.read(
                folder, text.replaceFirst(title + "\n\n[A-Z][a-z]+\n", title + "\n\nRequires improvement\n"));
        assertEquals(1, read.heldBack());
        assertFalse(read.facts().stream().anyMatch(fact -> fact.startsWith("J " + question + " ")));
        assertEquals(
                11, read.facts().stream().filter(fact -> fact.startsWith("J ")).count());
    }
}
