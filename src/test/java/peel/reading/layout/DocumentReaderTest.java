package peel.reading.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peel.reading.layout.Passage.FootnoteMark;
import peel.reading.text.Line;
import peel.reading.text.Lines;
import peel.reading.text.ReportFile;
import peel.reading.text.ReportLimits;
import peel.reading.text.ReportText;
import peel.reading.text.TextFormat;
import peel.report.SampleReport;
import peel.report.SampleReport.Breaks;

/** The layout of reports that were written for the tests. */
class DocumentReaderTest {

    private static final ReportLimits LIMITS = new ReportLimits(8 << 20, 200, 2_000_000, Duration.ofSeconds(60));

    @TempDir
    Path folder;

    @Test
    void readsTheTreeOfSections() {
        assertEquals(
                List.of(
                        "1 Overview – " + SampleReport.OVERALL,
                        "2 Overall judgment",
                        "2 Summary",
                        "1 Force in numbers",
                        "1 Introduction",
                        "1 " + SampleReport.QUESTIONS.get(0),
                        "2 How much crime and anti-social behaviour is there in Cumbria?",
                        "2 How well does the force work to prevent crime and anti-social behaviour,"
                                + " and keep people safe?",
                        "3 How well is the force prioritising the prevention of crime and" + " anti-social behaviour?",
                        "3 How well are resources allocated to prevent crime?",
                        "2 Summary of findings",
                        "3 Areas for improvement",
                        "1 " + SampleReport.QUESTIONS.get(1),
                        "2 How well does the force bring offenders to justice?",
                        "2 How well does the force investigate crime and keep victims safe and" + " informed?",
                        "3 How well does the force initially investigate and allocate cases?",
                        "3 How satisfied are victims of crime with the service provided by the" + " force?",
                        "2 Summary of findings",
                        "1 " + SampleReport.QUESTIONS.get(2),
                        "2 Summary of findings",
                        "3 Cause of concern",
                        "3 Recommendations",
                        "1 " + SampleReport.QUESTIONS.get(3),
                        "2 How effectively does the force respond to serious and organised crime?",
                        "2 Summary of findings",
                        "1 Annex A – HMIC judgments",
                        "2 Our judgments"),
                tree(read(full().text())));
    }

    @Test
    void joinsBulletsAndKeepsHyphens() {
        Document document = read(full().text());
        assertEquals(
                List.of(
                        "The force should do better at low-level matters, and should do it in a way"
                                + " that officers of all ranks in each district will understand. It"
                                + " should then say so.",
                        "The force should ask twice."),
                texts(document, "Areas for improvement", PassageKind.BULLET));
        assertEquals(
                List.of("By March 2016, the force should find out who is at risk.", "Then act."),
                texts(document, "Recommendations", PassageKind.BULLET));
        assertEquals(
                List.of("The force does not know who is at risk in its area."),
                texts(document, "Cause of concern", PassageKind.PARAGRAPH));
    }

    @Test
    void joinsColumnsAcrossPages() {
        String left = sentences("left", 14);
        String right = sentences("right", 14);
        Document document = read(SampleReport.of("Kent Police", "Kent")
                .finding(1, left)
                .finding(2, right)
                .text());
        List<String> summary = texts(document, "Summary", PassageKind.PARAGRAPH);
        // Each sentence begins with a capital letter, so that only a break inside one can be told.
        String joined = String.join("|", summary);
        for (String word : List.of("left", "right")) {
            for (int i = 0; i < 14; i++) {
                assertTrue(joined.contains(sentence(word, i)), sentence(word, i) + " in " + joined);
            }
        }
        assertEquals(
                SampleReport.QUESTIONS,
                texts(document, "Summary", PassageKind.TITLE),
                "titles of the columns head no sections");
        assertEquals(List.of("Good", "Good", "Good", "Good"), texts(document, "Summary", PassageKind.GRADE));
    }

    @Test
    void joinsAColumnThatTheOtherColumnInterrupts() {
        Document document = read(" Overview\n\nHow effective is the force at\npreventing crime and\n"
                + "anti-social behaviour, and\nkeeping people safe?\n\n"
                + "How effective is the force at\ninvestigating crime and\nmanaging"
                + " offenders?\n\nGood\n\nInadequate\n\n"
                + "The left column stops in\nthe middle of a sentence and\ngoes on"
                + " with what it had\n\nThe right column has its own\nsentence, and"
                + " it is\nfinished here.\n"
                + " begun behind the page’s end,\nwhere it is\nfinished.\n");
        assertEquals(
                List.of(
                        "The left column stops in the middle of a sentence and goes on with what it"
                                + " had begun behind the page’s end, where it is finished.",
                        "The right column has its own sentence, and it is finished here."),
                texts(document, "Overview", PassageKind.PARAGRAPH));
        Passage left = document.passages().get(4);
        assertEquals(new Lines(16, 25), left.lines());
        assertEquals(
                25,
                left.linesOf(left.text().indexOf("where"), left.text().length()).to());
    }

    @Test
    void joinsAnItemThatContainsABlankLine() {
        Document document = read(" Introduction\n\n• The force should ask those who have\n\nbeen harmed, and"
                + " should listen.\n\n• Second.\n\nA paragraph of its own.\n");
        assertEquals(
                List.of(
                        "The force should ask those who have been harmed, and should listen.",
                        "Second.",
                        "A paragraph of its own."),
                document.passages().stream().map(Passage::text).toList());
    }

    @Test
    void readsFootnotesAndTheirMarks() {
        Document document = read(full().text());
        List<Passage> footnotes = of(document, PassageKind.FOOTNOTE);
        assertEquals(
                IntStream.rangeClosed(1, 13).boxed().toList(),
                footnotes.stream().map(Passage::number).toList());
        assertEquals("A plant whose leaves are chewed.", footnotes.get(7).text());
        List<Integer> marks = new ArrayList<>();
        document.sections().forEach(each -> each.marks().forEach(mark -> marks.add(mark.number())));
        document.passages().forEach(each -> each.marks().forEach(mark -> marks.add(mark.number())));
        Collections.sort(marks);
        assertEquals(IntStream.rangeClosed(1, 13).boxed().toList(), marks);
    }

    @Test
    void removesMarksOnlyAfterYearsAndWords() {
        Document document = read(full().text());
        assertEquals(
                "Figure 4: Outcomes recorded in the year to 30 June 2015 for all recorded crime" + " (excluding fraud)",
                caption(document, 4).text());
        Passage groups = caption(document, 6);
        assertEquals(
                "Figure 6: Organised crime groups per one million population, by force, as at 30" + " June 2015",
                groups.text());
        int end = groups.text().length();
        assertEquals(List.of(new FootnoteMark(10, end), new FootnoteMark(11, end)), groups.marks());
        assertTrue(has(document, "'cannabis/khat warning'"));
        assertTrue(has(document, "in April 2015, and have not"));
        assertTrue(has(document, "in December 2015. It is"));
        assertTrue(has(document, "(MASHs). Each district"));
        assertTrue(has(document, "for each 1,000 people who live here. Figures of 2014/15 were"));
        assertTrue(has(document, "on questions 1, 2 and 4 between"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "between 2 and 10 of them",
                "1,528 cases and 2.5 percent",
                "in 2014/15 and 2015/16",
                "questions 1, 2 and 4",
                "per 1,000 population",
                "the 12 months to 30 June 2015",
                "on 1/2 of days, 2-1 or 4:1",
                "A1, B2 and M4"
            })
    void keepsNumbersThatAreNoMarks(String numbers) {
        String notes = "\n\n" + " ".repeat(44) + "\n1 First note.\n2 Second note.\n4 Another.\n";
        Document document = read(" Introduction\n\nSomebody1 said2 this: " + numbers + "." + notes);
        assertEquals(
                "Somebody said this: " + numbers + ".",
                document.passages().get(0).text());
    }

    @Test
    void assignsPartsToFigures() {
        Document document = read(full().text());
        assertEquals(7, document.figures().size());
        for (Figure figure : document.figures()) {
            boolean table = List.of("Figure 2", "Figure 4").contains(figure.label());
            assertEquals(table ? FigureStatus.TABLE : FigureStatus.CHART_LOST, figure.status());
            assertTrue(document.passages().get(figure.source()).text().startsWith("Source: "), figure.label());
        }
        Figure crime = document.figures().get(1);
        assertEquals(1, crime.notes().size());
        assertEquals(
                List.of(
                        "Rates per 1,000 population Cumbria Constabulary England and Wales",
                        "Recorded crime (excluding fraud)\t58.1\t63.0",
                        "Victim-based crime\t51.4\t56.0",
                        "Sexual offences\t1.7\t1.6",
                        "Assault with injury\t6.9\t6.3",
                        "Burglary in a dwelling*\t7.7\t8.4",
                        "Anti-social behaviour incidents*\t29.8\t32.9"),
                rows(document, crime));
        List<String> outcomes = rows(document, document.figures().get(3));
        assertEquals(12, outcomes.size());
        assertEquals("Charged/Summonsed\t8,310\t17.2\t577,678\t16.0", outcomes.get(3));
        assertEquals("     Caution - youths\t310\t0.6\t19,703\t0.5", outcomes.get(6));
    }

    @Test
    void keepsMissingTablesAndCellsMissing() {
        SampleReport report = SampleReport.of("Kent Police", "Kent")
                .withoutOutcomeRows()
                .withoutCrimeRows()
                .crimeRow("Recorded crime (excluding fraud)", "70.1", "63.0")
                .crimeRow("Victim-based crime", "n/a", "56.0")
                .crimeRow("Sexual offences", "1.6")
                .crimeRow("Assault with injury", "5.0", "6.3");
        Document document = read(report.text());
        assertEquals(
                List.of(
                        "Recorded crime (excluding fraud)\t70.1\t63.0",
                        "Victim-based crime\tn/a\t56.0",
                        "Sexual offences\t1.6",
                        "Assault with injury\t5.0\t6.3"),
                rows(document, document.figures().get(1)).subList(1, 5));
        assertEquals(FigureStatus.CHART_LOST, document.figures().get(3).status());
    }

    @Test
    void readsNoSectionsFromTheContents() {
        Document document = read(full().withCover().text());
        assertNull(document.sections().get(0).heading());
        List<String> front = texts(document, null, PassageKind.PARAGRAPH);
        assertTrue(front.contains("PEEL: Police effectiveness 2015"), front.toString());
        assertTrue(front.contains("An inspection of Cumbria Constabulary"), front.toString());
        assertEquals(tree(read(full().text())), tree(document).subList(1, 28));
        assertEquals(15, of(document, PassageKind.CONTENTS).size());
    }

    @Test
    void readsNoSectionsFromContentsWithoutLeaderDots() {
        Document document = read(" Contents\nIntroduction 4\nHow effective is the force at investigating"
                + " crime and managing\noffenders? 17\n Introduction\n\nText.\n");
        assertEquals(4, of(document, PassageKind.CONTENTS).size());
        assertEquals(List.of("1 null", "1 Introduction"), tree(document));
    }

    @Test
    void separatesPageNumbersFromText() {
        Document document = read(full().withPageNumbers().text());
        assertEquals(tree(read(full().text())), tree(document));
        assertEquals(
                document.printedPages().size(),
                of(document, PassageKind.PAGE_NUMBER).size());
        document.printedPages().forEach((page, number) -> assertEquals(page, number));
    }

    @Test
    void continuesASentenceAcrossPages() {
        String text = sentences("word", 60);
        Document document =
                read(SampleReport.of("Kent Police", "Kent").passage(3, text).text());
        assertTrue(document.passages().stream().anyMatch(each -> each.text().equals(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void readsTheSameFromEveryFormOfText(String lineEnd) throws IOException {
        String text = full().withCover().text();
        List<String> expected = content(read(text));
        assertEquals(expected, content(read(text.replace("\n", lineEnd))));
        assertEquals(
                expected, content(read(full().withCover().text(Breaks.FORM_FEED).replace("\n", lineEnd))));
        for (String charset : List.of("windows-1252", "UTF-8")) {
            Path file = folder.resolve("report.txt");
            Files.write(file, text.replace("\n", lineEnd).getBytes(Charset.forName(charset)));
            assertEquals(expected, content(document(ReportFile.read(file, LIMITS))));
        }
    }

    @Test
    void readsTheSameWithoutBlanksAtLineEnds() {
        String trimmed = full().text(Breaks.FORM_FEED).replaceAll("(?m)[ \\t]+$", "");
        assertEquals(content(read(full().text())), content(read(trimmed)));
    }

    @Test
    void readsTheSameFromAPdf() throws IOException {
        List<String> expected = content(read(full().withCover().text()));
        int fonts = 0;
        for (FontName font : List.of(FontName.HELVETICA, FontName.TIMES_ROMAN, FontName.COURIER_BOLD)) {
            PDRectangle paper =
                    List.of(PDRectangle.A4, PDRectangle.LETTER, PDRectangle.A3).get(fonts++);
            float size = 8 + fonts;
            assertEquals(
                    String.join("\n", expected),
                    String.join("\n", content(document(full().withCover().pdf(font, size, paper)))),
                    font + " with raised marks");
        }
    }

    @Test
    void readsTheSameFromAPdfMadeFromPlainText() throws IOException {
        String text = full().text();
        List<String> expected = content(read(text));
        for (PDRectangle paper : List.of(PDRectangle.A4, PDRectangle.A5, PDRectangle.LETTER)) {
            byte[] pdf = SampleReport.plainPdf(text, FontName.HELVETICA, 7, paper);
            assertEquals(String.join("\n", expected), String.join("\n", content(document(pdf))), paper.toString());
        }
    }

    @Test
    void losesNothing() throws IOException {
        everyLineHasOnePlace(read(full().withCover().withPageNumbers().text()));
        everyLineHasOnePlace(document(full().withCover().pdf(FontName.HELVETICA, 10, PDRectangle.A4)));
        everyLineHasOnePlace(read("Some letter\nto somebody.\n\n1 2 3\n\n• \n4\n\nFigure 1: x\n"));
    }

    @Test
    void readsOddTextInAShortTime() {
        for (String part : List.of(
                "1 ",
                "a ",
                "x",
                "(",
                "1.",
                "How is it? ",
                "•",
                ". . . 1",
                "- ",
                "1\n",
                "How\n",
                "a 1 2\n",
                "a line\n\n",
                "Word1\n\n1 A\n\n",
                " ".repeat(44) + "\n9 A\n\n",
                SampleReport.OVERALL + "\n\n")) {
            ReportText text = text(part.repeat(200_000 / part.length()));
            assertTimeout(Duration.ofSeconds(30), () -> document(text), "of \"" + part + "\"");
        }
    }

    private static SampleReport full() {
        return SampleReport.of("Cumbria Constabulary", "Cumbria")
                .grade(2, "Requires improvement")
                .improvement(
                        1,
                        "The force should do better at low-level matters, and should do it in a way"
                                + " that officers of all ranks in each district will understand. It"
                                + " should then say so.")
                .improvement(1, "The force should ask twice.")
                .concern(
                        3,
                        "The force does not know who is at risk in its area.",
                        "By March 2016, the force should find out who is at risk.",
                        "Then act.");
    }

    private static String sentence(String word, int number) {
        return "Sentence of the " + word + " column that says little about row " + number + ".";
    }

    private static String sentences(String word, int count) {
        return String.join(
                " ", IntStream.range(0, count).mapToObj(i -> sentence(word, i)).toList());
    }

    private static ReportText text(String text) {
        List<Line> lines = new ArrayList<>();
        int page = 0;
        for (String line : text.split("\r?\n")) {
            boolean opens = line.startsWith("\f") || line.matches(" \\S.*");
            page += opens || page == 0 ? 1 : 0;
            lines.add(new Line(lines.size() + 1, page, line));
        }
        return new ReportText("sample.txt", "0", TextFormat.TEXT, lines);
    }

    private static Document read(String text) {
        return document(text(text));
    }

    private Document document(byte[] pdf) throws IOException {
        return document(ReportFile.read(Files.write(folder.resolve("report.pdf"), pdf), LIMITS));
    }

    private static Document document(ReportText text) {
        List<String> wordings = new ArrayList<>(SampleReport.QUESTIONS);
        wordings.add(SampleReport.OVERALL);
        return new DocumentReader(wordings).read(text);
    }

    private static List<String> tree(Document document) {
        return document.sections().stream()
                .map(section -> section.level() + " " + section.heading())
                .toList();
    }

    /** All headings and passages but page numbers, whose count depends on the paper. */
    private static List<String> content(Document document) {
        List<String> content = new ArrayList<>(tree(document));
        for (Passage passage : document.passages()) {
            content.add(passage.kind() + " " + passage.text() + " " + passage.marks());
        }
        for (Figure figure : document.figures()) {
            content.add(
                    figure.label() + " " + figure.status() + " " + figure.rows().size());
        }
        return content;
    }

    private static List<String> texts(Document document, String heading, PassageKind kind) {
        return document.passages().stream()
                .filter(each -> each.kind() == kind)
                .filter(each ->
                        Objects.equals(document.sections().get(each.section()).heading(), heading))
                .map(Passage::text)
                .toList();
    }

    private static List<Passage> of(Document document, PassageKind kind) {
        return document.passages().stream().filter(each -> each.kind() == kind).toList();
    }

    private static Passage caption(Document document, int number) {
        return of(document, PassageKind.CAPTION).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(Document document, String part) {
        return document.passages().stream().anyMatch(each -> each.text().contains(part));
    }

    private static List<String> rows(Document document, Figure figure) {
        return figure.rows().stream()
                .map(row -> document.passages().get(row).text())
                .toList();
    }

    static void everyLineHasOnePlace(Document document) {
        int[] places = new int[document.text().lines().size() + 1];
        for (Passage passage : document.passages()) {
            passage.pieces().forEach(piece -> places[piece.line()]++);
        }
        for (Section section : document.sections()) {
            if (section.headingLines() != null) {
                for (int i = section.headingLines().from();
                        i <= section.headingLines().to();
                        i++) {
                    places[i]++;
                }
            }
        }
        for (Line line : document.text().lines()) {
            boolean text = line.text().chars().anyMatch(Character::isLetterOrDigit);
            assertEquals(text ? 1 : 0, places[line.number()], "places of " + line);
        }
    }
}
