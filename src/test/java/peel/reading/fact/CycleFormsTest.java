package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.finding.FindingKind;
import peel.judgment.ComparisonDirection;
import peel.judgment.JudgmentState;
import peel.question.Grade;
import peel.question.Pillar;
import peel.reading.evidence.BundledVocabulary;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.ReadReport;
import peel.reading.text.RefusedReportException;
import peel.reading.text.ReportFile;
import peel.reading.text.ReportLimits;

/** Reports in the forms of all cycles. */
class CycleFormsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "2014, EFFECTIVENESS",
        "2015, EFFECTIVENESS",
        "2015, EFFICIENCY",
        "2015, LEGITIMACY",
        "2016, EFFECTIVENESS",
        "2016, EFFICIENCY",
        "2016, LEGITIMACY",
        "2017, EFFECTIVENESS",
        "2017, EFFICIENCY",
        "2017, LEGITIMACY",
        "2018/19, EFFECTIVENESS",
        "2018/19, EFFICIENCY",
        "2018/19, LEGITIMACY",
        "2021/22, ",
        "2023-25, "
    })
    void readsEachFormOrSaysWhatIsMissing(String cycle, Pillar pillar) {
        CycleForm form = CycleForm.of(cycle, pillar);
        ReadReport reading = read(form.text());
        assertEquals("kent", reading.identity().force());
        assertEquals(cycle, reading.identity().cycle());
        assertEquals(pillar, reading.identity().pillar());
        assertEquals(List.of(), reading.plausibility().doubts());
        Map<String, String> read = new TreeMap<>();
        for (ReadJudgment judgment : reading.judgments()) {
            if (judgment.grade() != null) {
                read.put(judgment.question(), judgment.grade().name());
            }
        }
        Map<String, String> printed = new TreeMap<>();
        form.grades()
                .forEach((question, grade) ->
                        printed.put(question, grade.toUpperCase(Locale.ROOT).replace(' ', '_')));
        assertEquals(printed, read);
        List<String> findings = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (ReadFinding finding : reading.findings()) {
            findings.add(finding.question() + " " + finding.kind() + ": " + finding.text());
        }
        form.questions().stream()
                .filter(question -> !question.code().equals("overall"))
                .forEach(question -> expected.add(question.code() + " AREA_FOR_IMPROVEMENT: "
                        + (pillar == null
                                ? "The force needs to do better about " + question.code() + "."
                                : "The force should do better about " + question.code() + " by doing it sooner.")));
        assertEquals(expected, findings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PEEL: Police effectiveness, efficiency and legitimacy 2018/19
            PEEL 2018/19: Police effectiveness, efficiency and legitimacy 2018/19
            PEEL: Police effectiveness, efficiency and legitimacy 2018–19
            PEEL: Police effectiveness, efficiency, and legitimacy 2018/2019
            PEEL 2018/19 – Police effectiveness, efficiency and legitimacy
            """)
    void readsThreePillarsInOneReport(String title) {
        StringBuilder text = new StringBuilder();
        Map<String, String> printed = new TreeMap<>();
        for (Pillar pillar : List.of(Pillar.EFFECTIVENESS, Pillar.EFFICIENCY, Pillar.LEGITIMACY)) {
            CycleForm form = CycleForm.of("2018/19", pillar).title(text.isEmpty() ? title : "");
            text.append(form.text());
            form.grades()
                    .forEach((question, grade) -> printed.put(
                            pillar + " " + question,
                            grade.toUpperCase(Locale.ROOT).replace(' ', '_')));
        }
        ReadReport reading = read(text.toString());
        assertEquals("2018/19", reading.identity().cycle());
        assertEquals(List.of(), reading.plausibility().doubts());
        Map<String, String> read = new TreeMap<>();
        for (ReadJudgment judgment : reading.judgments()) {
            read.put(
                    judgment.pillar() + " " + judgment.question(),
                    judgment.grade() == null ? "" : judgment.grade().name());
        }
        assertEquals(printed, read);
    }

    @ParameterizedTest
    @CsvSource({"2014, EFFECTIVENESS", "2016, EFFECTIVENESS", "2021/22, ", "2023-25, "})
    void doubtsTwoReportsInOneFile(String cycle, Pillar pillar) {
        String text = CycleForm.of(cycle, pillar).text();
        int half = text.length() / 2;
        for (String two : List.of(
                text + "\n" + text.replace("Kent", "Surrey"),
                text.substring(0, half) + text.substring(half).replace("Kent", "Surrey"))) {
            try {
                assertTrue(read(two).plausibility().doubts().toString().contains("several reports"));
            } catch (RefusedReportException refused) {
                assertTrue(
                        refused.getMessage().contains("several reports")
                                || refused.getMessage().contains("names surrey more often"),
                        refused.getMessage());
            }
        }
    }

    /** The title of a summary's row at the top of a page is not that of the chapter at the top of the next one. */
    @Test
    void takesNoChapterForARunningTitle() {
        String text = CycleForm.of("2016", Pillar.EFFECTIVENESS).text();
        String title = "How effective is the force at protecting";
        int row = text.indexOf(title, text.indexOf("Summary"));
        int chapter = text.lastIndexOf(title);
        ReadReport reading = read(
                "%s\f%s\f%s".formatted(text.substring(0, row), text.substring(row, chapter), text.substring(chapter)));
        assertEquals(List.of(), reading.plausibility().doubts());
        assertEquals("5 of 5 grades found", reading.plausibility().grades());
    }

    @Test
    void refusesOneTitleOverTheQuestionsOfAnotherCycle() {
        for (String title : List.of(
                "PEEL 2021/22",
                "PEEL: Police effectiveness 2014",
                "PEEL: Police efficiency 2016",
                "PEEL: Police effectiveness 2016",
                "PEEL: Police effectiveness 2013")) {
            String text =
                    CycleForm.of("2015", Pillar.EFFECTIVENESS).title(title).text();
            try {
                assertTrue(!read(text).plausibility().doubts().isEmpty(), title);
            } catch (RefusedReportException refused) {
                assertTrue(refused.getMessage().startsWith("report.txt: "), refused.getMessage());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PEEL 2025 to 2027 | 2024 |
            PEEL 2025 – 2027 | 2024 |
            PEEL 2025 | 2024 | 2023-25
            PEEL 2025 | 2025 |
            PEEL 2025 | 2026 |
            PEEL | 2024 | 2023-25
            PEEL | 2025 |
            PEEL | 2026 |
            PEEL 2023-25 | 2025 | 2023-25
            """)
    void doesNotGuessBetweenCyclesThatShareAYear(String title, String inspected, String cycle) {
        String text = CycleForm.of("2023-25", null)
                .title(title)
                .text()
                .replace("March 2024\n", "March 2026\n")
                .replace("March and May 2023", "March and May " + inspected);
        if (cycle == null) {
            assertThrows(RefusedReportException.class, () -> read(text));
        } else {
            assertEquals(cycle, read(text).identity().cycle());
        }
    }

    @Test
    void refusesACoverThatIsOlderThanTheFieldwork() {
        String text = CycleForm.of("2023-25", null).text().replace("March and May 2023", "March and May 2025");
        assertThrows(RefusedReportException.class, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Police effectiveness 2016",
                "PEEL: Police effectiveness (2017)",
                "Efficiency 2015",
                "Essex Police"
            })
    void refusesACoverThatContradictsItself(String line) {
        String text = CycleForm.of("2015", Pillar.EFFECTIVENESS).text();
        RefusedReportException refused = assertThrows(RefusedReportException.class, () -> read(line + "\n\n" + text));
        assertTrue(refused.getMessage().contains("titles"), refused.getMessage());
    }

    @Test
    void readsCausesOfConcernInTheFormOfFiveGrades() {
        ReadReport reading = read(CycleForm.of("2021/22", null)
                .chapter(
                        "investigate",
                        "Cause of concern\n\nKent Police does not look into crime soon enough.\n\nWe saw files in which"
                                + " nothing had been done.\n\nRecommendations\n\nWithin three months, Kent Police"
                                + " should:\n\n• look into crime at once; and\n\n• say so to victims.\n\nIt has"
                                + " enough people, and it should know where they are.\n\nInnovative"
                                + " practice\n\nOfficers carry a card with their names.\n\nThis was seen in two districts.")
                .text());
        assertEquals(
                List.of(
                        "AREA_FOR_IMPROVEMENT The force needs to do better about investigate.",
                        "CAUSE_OF_CONCERN Kent Police does not look into crime soon enough.",
                        "RECOMMENDATION look into crime at once; and",
                        "RECOMMENDATION say so to victims.",
                        "PRACTICE Officers carry a card with their names."),
                reading.findings().stream()
                        .filter(finding -> finding.question().equals("investigate"))
                        .map(finding -> finding.kind() + " " + finding.text())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Judgment: %s               | true
            Overall judgment – %s      | true
            %s (grade)                 | true
            Previous judgment: %s      | false
            Judgment in 2016: %s       | false
            Judgment (2016): %s        | false
            Grade: %s/Last inspection  | false
            In 2016/Grade: %s          | false
            %s/Areas to improve        | true
            %s/Improved from 2016      | false
            """)
    void readsAGradeBesideAWordForItOrAUsualHeading(String line, boolean read) {
        CycleForm form = CycleForm.of("2017", Pillar.EFFECTIVENESS);
        String grade = form.grades().get("soc");
        String text = form.text()
                .replace(
                        "\n\n" + grade + "\n\nKent Police knows what it does about soc,",
                        "\n\n" + line.formatted(grade).replace("/", "\n\n")
                                + "\n\nKent Police knows what it does about soc,");
        List<ReadJudgment> judgments = read(text).judgments().stream()
                .filter(judgment -> judgment.question().equals("soc"))
                .toList();
        assertEquals(read ? 1 : 0, judgments.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Area for improvement/The force should look sooner./The force should have looked at its files. | The force should look sooner.
            Area for improvement/The force should look sooner./It saw that:/• files were lost./• people were lost. | The force should look sooner.
            Area for improvement 2/The force should look sooner./Main findings in short/The force should be thanked. | The force should look sooner.
            Areas for improvement/The force should look sooner./The force should tell victims./None were told. | The force should look sooner. The force should tell victims.
            Recommendations/Kent Police should:/• count its files; and/• read them./The force should be proud of that. | count its files; and read them.
            Recommendation/By June 2022, Kent Police should count./The force should be proud of that. | By June 2022, Kent Police should count.
            Recommendations/In 2019 we recommended that Kent Police should:/• count its files; and/• read them. |
            Recommendations/Kent Police has done these things:/• it counts its files; and/• it reads them. |
            Recommendations/Within three months, Kent Police should: |
            Area for improvement/Essex Police should look sooner. |
            Area for improvement/The force should look sooner was our advice. |
            Area for improvement: the force should look sooner. |
            Recommendations/Kent Police should:/• count its files; and/• ~~read them.~~ | count its files; and
            Areas for improvement from our last inspection/The force should look sooner. |
            Cause of concern/Kent Police no longer has a cause of concern in this. |
            Cause of concern/There are no causes of concern here. |
            Cause of concern/Kent Police is slow at this/Its files and its people show this, and so does much else. |
            Cause of concern/Kent Police is slow at this. To address this cause of concern, HMICFRS recommends that the force should be quick. | Kent Police is slow at this. To address this cause of concern, HMICFRS recommends that the force should be quick.
            Areas for improvement/• The force should look sooner./• The force has looked before. | The force should look sooner.
            Area(s) for improvement/• The force should look sooner. |
            Innovative practice/We saw none in this area, and we looked for it. |
            """)
    void storesOnlyWhatABoxOfFiveGradesCertainlyFinds(String text, String expected) {
        ReadReport reading = read(CycleForm.of("2021/22", null)
                .chapter("investigate", text.replace("/", "\n\n"))
                .text());
        List<String> found = reading.findings().stream()
                .filter(finding -> finding.question().equals("investigate"))
                .map(ReadFinding::text)
                .skip(1)
                .toList();
        assertEquals(expected == null ? "" : expected, String.join(" ", found));
        if (expected == null) {
            assertEquals(1, reading.heldBack().size(), reading.heldBack().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vetting and counter-corruption/",
                "VETTING AND COUNTER-CORRUPTION/",
                "11. Vetting and counter-corruption/",
                "3.2 Vetting and counter-corruption/",
                "Vetting and\ncounter-corruption/",
                "Vetting and counter-corruption   23/",
                "**Vetting and counter-corruption**/",
                "Vetting and counter-corruption\nKent Police has a unit for this, and it is a small one that works by day./",
                "Vetting and counter-corruption:/Kent Police has a unit for this./",
                "How good is the force at vetting?/",
                "It has a plan.\nVetting and counter-corruption\n",
                "• Vetting/",
                "* Vetting/",
                "1. Vetting\nKent Police has a unit for this, and it is a small one that works by day./",
                "It has plans for:/• staff/• cars/\n11. Vetting/",
                "Areas for improvement/• The force should look sooner./• Vetting/Kent Police has a unit for this./",
                "How the force deals with vetting/Kent Police has a unit for this./",
                "The force vetting unit in Kent/Kent Police has a unit for this./",
                "Vetting that works for all/Kent Police has a unit for this./",
                "Vetting: what the force does/Kent Police has a unit for this./",
                "Vetting is done by the force/",
                "Vetting is done by the force/Kent Police has a unit for this./",
                "Vetting is what comes before a job.\nInadequate\nKent Police has a unit for this./",
                "• Inadequate/Kent Police has a unit for this./",
                "Kent Police vets its people late. Grade: Inadequate./",
                "Who vets the officers?/Kent Police has a unit for this./",
                "Vetting, custody and what is seen there/Kent Police has a unit for this./",
                "Officers understand why vetting matters/Kent Police has a unit for this./",
                "The force often vets its people late\nKent Police has a unit for this, and it is a small one that works by day./",
                "### The force vets its people./Kent Police has a unit for this./"
            })
    void giveAnUnknownAreasFindingsToNoOtherArea(String heading) {
        String box = "Area for improvement/The force should vet sooner.";
        ReadReport reading = read(CycleForm.of("2021/22", null)
                .chapter("investigate", (heading + box).replace("/", "\n\n"))
                .text());
        assertTrue(
                reading.findings().stream().noneMatch(finding -> finding.text().contains("vet sooner")),
                reading.findings().toString());
        assertTrue(
                reading.heldBack().stream().anyMatch(remark -> remark.text().contains("heading of another chapter")),
                reading.heldBack().toString());
    }

    private List<String> findings(String text) {
        return read(text).findings().stream().map(ReadFinding::text).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Outstanding (2015)",
                "Outstanding 2015",
                "Outstanding * 2015",
                "Outstanding\n* 2015",
                "Outstanding – as in 2015",
                "Outstanding at the last inspection",
                "Last year: outstanding",
                "Outstanding/Carried over"
            })
    void holdsBackAGradeWithANoteOnAnEarlierTime(String noted) {
        String text = CycleForm.of("2016", Pillar.EFFECTIVENESS).text();
        int summary = text.indexOf("Outstanding");
        int chapter = text.lastIndexOf("Outstanding");
        for (int at : new int[] {summary, chapter}) {
            ReadReport reading = read(
                    text.substring(0, at) + noted.replace("/", "\n\n") + text.substring(at + "Outstanding".length()));
            assertTrue(
                    reading.judgments().stream()
                            .noneMatch(judgment -> judgment.question().equals("investigate")),
                    noted);
            assertEquals(4, reading.judgments().size());
            assertEquals(1, reading.heldBack().size(), reading.heldBack().toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2021/22, | Vetting is done by the force/It has a unit for this./Inadequate
            2021/22, | It has a unit for this, which is a small one, and which works by day as well as by night./Inadequate
            2016,EFFECTIVENESS | Vetting is done by the force/It has a unit for this./Inadequate
            2016,EFFECTIVENESS | It has a unit for this, which is a small one, and which works by day as well as by night./Inadequate
            """)
    void takesNoGradeBelowTextForThatOfTheChapterAbove(String form, String text) {
        String[] parts = form.split(",");
        String box = parts.length == 1 ? "/Area for improvement/" : "/Areas for improvement/• ";
        ReadReport reading = read(CycleForm.of(parts[0], parts.length == 1 ? null : Pillar.valueOf(parts[1]))
                .grade("investigate", "")
                .chapter("investigate", (text + box + "The force should vet sooner.").replace("/", "\n\n"))
                .text()
                .replaceFirst("Summary of findings\\s+(Kent Police knows what it does about investigate)", "$1"));
        assertTrue(reading.judgments().stream()
                .noneMatch(judgment -> judgment.question().equals("investigate")));
        assertTrue(
                reading.findings().stream().noneMatch(finding -> finding.text().contains("vet sooner")),
                reading.findings().toString());
        assertTrue(
                reading.heldBack().stream().anyMatch(remark -> remark.text().contains("that of another chapter")),
                reading.heldBack().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The unit deals with:/• Vetting/• Custody/• Roads policing",
                "The unit deals with:/1. Vetting/2. Custody",
                "Officers told us of:/• long waits;/• cold cells; and/• Monday mornings.",
                "Innovative practice/Vetting by telephone/Officers may call those who vet them."
            })
    void keepsTheFindingsBelowLists(String heading) {
        ReadReport reading = read(CycleForm.of("2021/22", null)
                .chapter(
                        "investigate",
                        (heading + "/It was seen in two districts./Area for improvement/The force should vet sooner.")
                                .replace("/", "\n\n"))
                .text());
        assertTrue(
                reading.findings().stream()
                        .anyMatch(finding -> finding.question().equals("investigate")
                                && finding.text().equals("The force should vet sooner.")),
                reading.heldBack().toString());
    }

    @Test
    void givesASecondBoxBelowAHeadingToNoQuestionOfFourGrades() {
        String box = "Areas for improvement\n\n• The force should look at this sooner.";
        CycleForm form = CycleForm.of("2016", Pillar.EFFECTIVENESS)
                .chapter("investigate", box + "\n\nRoads\n\nThere are many of them.");
        ReadReport reading = read(form.text());
        assertEquals(
                List.of("The force should look at this sooner."),
                reading.findings().stream()
                        .filter(finding -> finding.question().equals("investigate"))
                        .map(ReadFinding::text)
                        .toList());
        assertEquals(1, reading.heldBack().size(), reading.heldBack().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Progress since 2015/Areas for improvement/• The force should look at its files.",
                "The next steps for Kent/• The force should look at its files."
            })
    void holdsBackWhatMayBeInNoBoxOfThisInspection(String text) {
        ReadReport reading = read(CycleForm.of("2016", Pillar.EFFECTIVENESS)
                .chapter("investigate", text.replace("/", "\n\n"))
                .text());
        assertTrue(
                reading.findings().stream().noneMatch(finding -> finding.text().contains("its files")));
        assertTrue(
                reading.heldBack().stream().anyMatch(remark -> remark.text().contains("box")),
                reading.heldBack().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n5\n", "\n\n5\n\n"})
    void takesNoNumberOfAPageForTheEndOfAnItem(String number) {
        String item = "• The force should look at all of the files that it has kept";
        String text = CycleForm.of("2016", Pillar.EFFECTIVENESS)
                .chapter("investigate", "Areas for improvement\n\n" + item + "." + number + "More was seen.")
                .text();
        assertTrue(findings(text).contains(item.substring(2) + "."));
        String divided = text.replace("that it has kept", "that it" + number + "has kept");
        assertTrue(number.length() == 3 || findings(divided).contains(item.substring(2) + "."), divided);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11. Firearms licensing", "– Firearms licensing –"})
    void takesNoHeadingBelowAListForAnItem(String heading) {
        ReadReport reading = read(CycleForm.of("2016", Pillar.EFFECTIVENESS)
                .chapter(
                        "investigate",
                        "Areas for improvement\n\n• The force should look at this sooner.\n\n" + heading
                                + "\n\nSome licences were seen.")
                .text());
        assertTrue(
                reading.findings().stream().noneMatch(finding -> finding.text().contains("licensing")),
                reading.findings().toString());
        assertTrue(!reading.heldBack().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Good", "Adequate", "Responding to the public", "Main findings"})
    void doubtsAChapterThatMayHideAnother(String line) {
        ReadReport reading = read(CycleForm.of("2021/22", null)
                .chapter("investigate", line + "\n\nMore was seen.")
                .text());
        assertTrue(!reading.plausibility().doubts().isEmpty());
    }

    @Test
    void holdsBackAGradeThatDoesNotStandBelowTheHeadingOfAnArea() {
        String text = CycleForm.of("2021/22", null).text();
        String swapped = text.replace(
                "Engaging with and treating the public with fairness and respect\n\nGood\n\nKent",
                "Good\n\nEngaging with and treating the public with fairness and respect\n\nKent");
        List<String> graded =
                read(swapped).judgments().stream().map(ReadJudgment::question).toList();
        assertTrue(
                !swapped.equals(text) && !graded.contains("victims") && !graded.contains("engage"), graded.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This is an improvement on 2015 when we judged the force to require improvement. | IMPROVED | 2015 | REQUIRES_IMPROVEMENT
            This is a deterioration since 2015, when HMIC judged the force to be outstanding. | DETERIORATED | 2015 | OUTSTANDING
            This is an improvement on last year’s judgment, when the force was judged as inadequate. | IMPROVED | | INADEQUATE
            This is an improvement on 2015; in 2014 it was judged to be inadequate. | IMPROVED | 2015 |
            This is an improvement on 2014 and on 2015, when the force was judged to be good. | IMPROVED | 2015 |
            This is an improvement on 2015, when its work with children was judged to be inadequate. | IMPROVED | 2015 |
            This is an improvement on 2015, when Surrey Police was judged to be inadequate. | | |
            The number of calls is the same as in 2015. | | |
            The force has improved its roads since 2015. | | |
            There was an improvement on 2015 in how calls are taken. | | |
            """)
    void readsComparisonsOnlyOfTheForcesJudgment(
            String sentence, ComparisonDirection direction, Integer year, Grade grade) {
        ReadReport reading = read(CycleForm.of("2016", Pillar.EFFECTIVENESS)
                .chapter("prevent", sentence)
                .text());
        ReadJudgment judgment = judgment(reading, "prevent");
        assertEquals(direction, judgment.direction());
        assertEquals(year, judgment.statedYear());
        assertEquals(grade, judgment.statedGrade());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Training is new. It is an improvement on 2015.",
                "Staff told us that it was an improvement on 2015.",
                "The vetting of staff has deteriorated since 2015, when we judged the force to be good.",
                "This is an improvement on 2015, when we judged the force to be good or outstanding.",
                "This is a deterioration since 2015, when we judged the force’s efficiency to be outstanding.",
                "This is an improvement on 2009, when we judged the force to be good.",
                "Crime figures cannot be compared with those of 2015."
            })
    void holdsBackAComparisonOfSomethingElse(String sentence) {
        ReadReport reading = read(CycleForm.of("2016", Pillar.EFFECTIVENESS)
                .chapter("prevent", sentence)
                .text());
        assertNull(judgment(reading, "prevent").direction());
        assertTrue(
                reading.heldBack().get(0).text().contains("the comparison of the judgment on prevent"),
                reading.heldBack().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The 2016 judgment does not stand any more.",
                "The findings of our 2016 inspection were carried over into the force’s plan.",
                "Our 2016 findings on its custody suites still apply.",
                "We have kept the 2016 grade.",
                "The grade shown is from our 2016 report.",
                "We have not graded this again; last year’s grade applies.",
                "The grade for this question is from 2016.",
                "The judgment made in 2016 is still ours.",
                "This grade has been brought forward from 2016.",
                "We rely on our 2016 judgment.",
                "No fieldwork was done on this question.",
                "The earlier grade was confirmed without a visit.",
                "Since nothing has changed, the judgment made in 2016 is still ours.",
                "Nothing has changed since our inspection in 2016.",
                "There has been some progress, but our judgment of 2016 is the same.",
                "We saw no reason to change our grade.",
                "What we found in 2016 is still true.",
                "As in 2016.",
                "(2016) The force has a plan for gangs.",
                "The force is good (as in 2016) at this.",
                "Inspected in 2016 The force has a plan for gangs.",
                "Based on our 2016 inspection.",
                "Source: PEEL 2016",
                "We gathered no new evidence on this.",
                "This question was inspected by another body.",
                "HMIC inspected this question jointly with Ofsted.",
                "The grade below is that of Her Majesty’s Inspectorate of Probation.",
                "The force graded itself."
            })
    void holdsBackAGradeThatMayBeOfAnEarlierYear(String sentence) {
        ReadReport reading = read(CycleForm.of("2017", Pillar.EFFECTIVENESS)
                .chapter("soc", sentence)
                .text());
        assertTrue(reading.judgments().stream()
                .noneMatch(judgment -> judgment.question().equals("soc")));
        assertEquals(1, reading.heldBack().size());
        assertTrue(
                reading.fieldwork().stream().noneMatch(part -> part.questions().contains("soc")));
    }

    @Test
    void holdsBackAGradeOfTheSummaryThatMayBeOfAnEarlierYear() {
        String text = CycleForm.of("2017", Pillar.EFFECTIVENESS).text();
        String kept = text.replaceFirst("(?<=Good\n\n)What was seen here", "The judgment of 2016 is still ours. $0");
        assertNotEquals(text, kept);
        assertEquals(1, read(kept).heldBack().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Since our last inspection the force has made progress, but there is still more to do.",
                "The force still has too few detectives, as we found in 2016.",
                "In our 2015 inspection we found that files were kept badly.",
                "HMIC’s judgment is that the force still needs more detectives.",
                "A review by the College of Policing led to changes.",
                "HMIC found that calls are graded by call handlers.",
                "This question was inspected between June and August 2017.",
                "Last year the force trained its sergeants.",
                "In 2016 HMIC found that files were badly kept.",
                "We found no evidence of this.",
                "We will return to this question next year.",
                "There is no need for this.",
                "Source: HMIC data return 2016"
            })
    void keepsAGradeBesideWordsOnOtherThings(String sentence) {
        ReadReport reading = read(CycleForm.of("2017", Pillar.EFFECTIVENESS)
                .chapter("soc", sentence)
                .text());
        assertEquals(JudgmentState.GRADED, judgment(reading, "soc").state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HMIC’s recommendation on stop and search was met.",
                "Our inspectors saw nothing that would be a cause of concern.",
                "Our causes of concern are explained in Annex B."
            })
    void takesNoMentionForAFinding(String sentence) {
        ReadReport reading = read(CycleForm.of("2016", Pillar.EFFECTIVENESS)
                .chapter("soc", sentence)
                .text());
        assertTrue(reading.findings().stream().allMatch(finding -> finding.kind() == FindingKind.AREA_FOR_IMPROVEMENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The grade and findings from last year’s inspection still stand. | 2016
            Our judgment of 2016 still stands. | 2016
            The 2016 grade is carried over. | 2016
            Our 2016 judgment remains in place. | 2016
            The findings and grade of our 2016 inspection continue to apply. | 2016
            The grade from the previous inspection still applies. |
            We did not inspect this question in this year. |
            This area was not assessed this time. |
            """)
    void neverTakesACarriedOverGradeForAGivenOne(String sentence, String from) {
        ReadReport reading = read(CycleForm.of("2017", Pillar.EFFECTIVENESS)
                .chapter("soc", sentence)
                .text());
        List<ReadJudgment> found = reading.judgments().stream()
                .filter(judgment -> judgment.question().equals("soc"))
                .toList();
        if (from == null) {
            assertEquals(List.of(), found);
            assertEquals(1, reading.heldBack().size());
        } else {
            assertEquals(JudgmentState.CARRIED_OVER, found.get(0).state());
            assertEquals(from, found.get(0).carriedOverFrom());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In the year to June 2016, recorded crime fell by 5 percent on the previous 12 months. | -5
            In the 12 months to 30/06/2016, recorded crime fell by 5 percent on the previous 12 months. | -5
            Between 01/07/2015 and 30/06/2016, recorded crime rose by 82·4 percent. | 82.4
            In the 12 months to 30 June 2016, recorded crime did not fall by 5 percent. |
            In the 12 months to 30 June 2016, recorded crime hasn’t fallen by 5 percent. |
            In the 12 months to 30 June 2016, recorded crime nearly fell by 5 percent. |
            In the 12 months to 30 June 2016, the force aimed for recorded crime to be reduced by 5 percent. |
            In the 12 months to 30 June 2016, recorded crime was expected to fall by 5 percent. |
            In the 12 months to 30 June 2016, recorded crime fell by 5 percent, which was the target. | -5
            In the 12 months to 30 June 2016, recorded crime fell by between 5 and 10 percent. |
            In the 12 months to 30 June 2016, recorded crime fell by 5 to 10 percent. |
            In the 12 months to 30 June 2016, recorded crime fell by 5½ percent. |
            In the 12 months to 30 June 2016, recorded crime in Margate fell by 5 percent. |
            In the 12 months to 30 June 2016, recorded crime fell by 5 percentage points. |
            In the 12 months to 30 June 2016, recorded crime fell by 5% points. |
            In the 12 months to 30 June 2016, recorded crime in Kent fell by 5 percent. | -5
            In the 12 months to 30 June 2016, recorded crime would have fallen by 5 percent without it. |
            In the 12 months to 30 June 2016, recorded crime was to fall by 5 percent. |
            In the 12 months to 30 June 2016, recorded crime fell by up to 5 percent. |
            In the 12 months to 30 June 2016, recorded crime fell by 5 percent, or so it seemed. |
            In the 12 months to 30 June 2016, recorded crime fell by 5 percent in six forces. |
            In the 12 months to 30 June 2016, recorded crime fell by 5 percent of its total. |
            In the 12 months to 30 June 2016, recorded crime was 5 percent higher than the national average. |
            In the 12 months to 30 June 2016, the rise in recorded crime fell by 5 percent. |
            """)
    void readsOnlyChangesThatAreStated(String sentence, String value) {
        ReadReport reading = read(CycleForm.of("2016", Pillar.EFFECTIVENESS)
                .chapter("prevent", sentence)
                .text());
        List<String> values = reading.observations().stream()
                .filter(observation -> observation.metric().equals("crime.change") && observation.value() != null)
                .map(observation -> observation.to() + " " + observation.value().toPlainString())
                .toList();
        assertEquals(value == null ? List.of() : List.of("2016-06-30 " + value), values);
        if (value == null) {
            assertTrue(
                    reading.remarks().stream().anyMatch(remark -> remark.text().equals(sentence)),
                    reading.remarks().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In the 12 months to, recorded crime fell by 5 percent.",
                "In the year before, recorded crime fell by 5 percent.",
                "In 2014, recorded crime fell by 5 percent.",
                "In the 12 months to 31 Mar. 15, recorded crime fell by 5 percent.",
                "In the 12 months to 30 June 2016/17, recorded crime fell by 5 percent.",
                "In most of the 12 months to 30 June 2016, recorded crime fell by 5 percent.",
                "In the 6 months to 30 June 2016, recorded crime fell by 5 percent on the previous 12 months.",
                "As at 30 June 2016, recorded crime fell by 5 percent."
            })
    void holdsBackAFigureWhoseTimeIsUnclear(String sentence) {
        ReadReport reading = read(CycleForm.of("2016", Pillar.EFFECTIVENESS)
                .chapter("prevent", "In the 12 months to 30 June 2016, all was calm. " + sentence)
                .text());
        assertTrue(reading.observations().stream().allMatch(observation -> observation.value() == null));
        assertEquals(
                List.of(sentence),
                reading.heldBack().stream()
                        .filter(remark -> remark.text().contains("crime.change"))
                        .filter(remark -> remark.text().contains("unclear what time it is about"))
                        .map(remark -> remark.place().quotation())
                        .toList());
    }

    @Test
    void findsNoGradeInATableOfContentsOrDefinitions() {
        ReadReport reading =
                read(CycleForm.of("2016", Pillar.EFFECTIVENESS).grade("soc", "").text());
        assertTrue(reading.judgments().stream()
                .noneMatch(judgment -> judgment.question().equals("soc")));
        assertEquals("4 of 5 grades found", reading.plausibility().grades());
    }

    @Test
    void refusesAReportWithoutTitleThatFitsTwoCycles() {
        String text = CycleForm.of("2017", Pillar.EFFECTIVENESS).title("").text();
        String undated = text.replaceAll("March 2018|We inspected the force between March and May 2017\\.", "");
        assertThrows(RefusedReportException.class, () -> read(undated));
        assertNull(read(text).identity().part());
    }

    private static ReadJudgment judgment(ReadReport reading, String question) {
        return reading.judgments().stream()
                .filter(judgment -> judgment.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private ReadReport read(String text) {
        Path file = folder.resolve("report.txt");
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReportReader(BundledVocabulary.get())
                .read(ReportFile.read(file, new ReportLimits(1 << 20, 99, 1 << 20, Duration.ofMinutes(1))));
    }
}
