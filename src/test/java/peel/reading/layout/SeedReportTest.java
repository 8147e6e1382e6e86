package peel.reading.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import peel.reading.text.Line;
import peel.reading.text.Lines;
import peel.reading.text.SeedReport;
import peel.report.SampleReport;

/** The layout of a published report. The expected lines and counts were read off the report by hand. */
class SeedReportTest {

    private static Document document;

    @BeforeAll
    static void read() {
        List<String> wordings = new ArrayList<>(SampleReport.QUESTIONS);
        wordings.add(SampleReport.OVERALL);
        document = new DocumentReader(wordings).read(SeedReport.read());
    }

    @Test
    void findsThePages() {
        List<Integer> begin = new ArrayList<>();
        int page = 0;
        for (Line line : document.text().lines()) {
            if (line.page() != page) {
                page = line.page();
                begin.add(line.number());
            }
        }
        assertEquals(1411, document.text().lines().size());
        assertEquals(
                List.of(
                        1, 49, 117, 176, 261, 269, 270, 320, 357, 395, 412, 425, 455, 501, 547, 581, 623, 669, 709, 767,
                        812, 858, 887, 917, 955, 983, 1031, 1077, 1125, 1147, 1196, 1245, 1293, 1338, 1370, 1388),
                begin);
        assertEquals(Map.of(28, 31, 30, 33), document.printedPages());
    }

    @Test
    void findsTheSectionsWithTheirLevels() {
        List<String> tree = new ArrayList<>();
        for (Section section : document.sections()) {
            Lines lines = section.headingLines();
            tree.add(section.level() + " " + lines.from() + "-" + lines.to());
        }
        assertEquals(
                List.of(
                        "1 1-2",
                        "2 4-4",
                        "2 21-21",
                        "1 269-269",
                        "1 270-270",
                        "1 357-358",
                        "2 369-370",
                        "2 442-443",
                        "3 445-446",
                        "3 495-495",
                        "3 526-527",
                        "2 560-561",
                        "3 562-562",
                        "3 574-575",
                        "3 591-592",
                        "2 623-623",
                        "3 660-660",
                        "1 669-670",
                        "2 691-691",
                        "2 767-768",
                        "3 769-769",
                        "3 799-799",
                        "3 858-858",
                        "3 880-880",
                        "2 893-894",
                        "3 895-895",
                        "3 908-908",
                        "3 933-933",
                        "2 955-955",
                        "1 983-984",
                        "2 989-989",
                        "1 1077-1079",
                        "2 1152-1153",
                        "2 1224-1225",
                        "2 1263-1264",
                        "2 1304-1305",
                        "2 1346-1346",
                        "3 1370-1370",
                        "1 1388-1388",
                        "2 1390-1390"),
                tree);
    }

    @Test
    void findsTheGradesAndTheTitlesOfTheSummary() {
        assertEquals(
                Map.of(
                        7, "Requires improvement",
                        80, "Requires improvement",
                        83, "Good",
                        189, "Inadequate",
                        192, "Requires improvement",
                        626, "Requires improvement",
                        958, "Good",
                        993, "Inadequate",
                        1349, "Requires improvement"),
                byLine(PassageKind.GRADE));
        assertEquals(
                List.of(70, 75, 176, 181), List.copyOf(byLine(PassageKind.TITLE).keySet()));
    }

    @Test
    void joinsColumnsAcrossPages() {
        assertEquals(List.of(116, 148), breaksIn(108));
        assertEquals(List.of(226, 261), breaksIn(224));
    }

    /** The line after which a passage is interrupted, and the line at which it continues. */
    private static List<Integer> breaksIn(int firstLine) {
        Passage passage = document.passages().stream()
                .filter(each -> each.lines().from() == firstLine)
                .findFirst()
                .orElseThrow();
        int before = firstLine - 1;
        for (Passage.Piece piece : passage.pieces()) {
            if (piece.line() != before + 1) {
                return List.of(before, piece.line());
            }
            before = piece.line();
        }
        return List.of();
    }

    @Test
    void findsTheFootnotesWithTheirMarks() {
        Map<Integer, Integer> texts = new TreeMap<>();
        Map<Integer, Integer> marks = new TreeMap<>();
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.FOOTNOTE) {
                texts.put(passage.number(), passage.lines().from());
            }
            for (Passage.FootnoteMark mark : passage.marks()) {
                marks.put(
                        mark.number(),
                        passage.linesOf(mark.offset() - 1, mark.offset()).to());
            }
        }
        for (Section section : document.sections()) {
            section.marks()
                    .forEach(mark -> marks.put(mark.number(), section.lines().from()));
        }
        List<Integer> begin = List.of(
                42, 43, 347, 620, 730, 732, 735, 739, 855, 914, 952, 1025, 1074, 1118, 1120, 1123, 1143, 1144, 1193,
                1239, 1241, 1286, 1336);
        List<Integer> marked = List.of(
                4, 17, 321, 582, 710, 710, 710, 718, 843, 906, 917, 987, 1038, 1104, 1104, 1114, 1125, 1134, 1159, 1197,
                1220, 1255, 1314);
        for (int i = 0; i < 23; i++) {
            assertEquals(begin.get(i), texts.get(i + 1), "text of footnote " + (i + 1));
            assertEquals(marked.get(i), marks.get(i + 1), "mark of footnote " + (i + 1));
        }
        assertEquals(23, texts.size());
        assertEquals(23, marks.size());
    }

    @Test
    void findsTheFiguresWithTheirParts() {
        List<String> figures = new ArrayList<>();
        for (Figure figure : document.figures()) {
            figures.add(figure.label()
                    + " "
                    + line(figure.caption())
                    + " "
                    + line(figure.source())
                    + " "
                    + figure.notes().stream().map(SeedReportTest::line).toList()
                    + " "
                    + figure.rows().stream().map(SeedReportTest::line).toList());
        }
        assertEquals(
                List.of(
                        "Figure 1 395 399 [] []",
                        "Figure 2 405 409 [410] [412, 414, 416, 418, 420, 422, 424]",
                        "Figure 3 435 440 [] []",
                        "Figure 4 709 713 [] [743, 744, 746, 748, 750, 752, 754, 756, 758, 760," + " 762, 764]",
                        "Figure 5 887 891 [] []",
                        "Figure 6 1104 1107 [] []",
                        "Figure 7 1125 1129 [] []"),
                figures);
        for (int number : List.of(6, 7)) {
            String caption = document.passages()
                    .get(document.figures().get(number - 1).caption())
                    .text();
            assertTrue(caption.endsWith("30 June 2015"), caption);
        }
    }

    @Test
    void keepsFindingsWhole() {
        List<String> lines = new ArrayList<>();
        for (Passage passage : document.passages()) {
            Section section = document.sections().get(passage.section());
            if ("Areas for improvement".equals(section.heading())) {
                lines.add(passage.kind() + " " + passage.lines().from() + "-"
                        + passage.lines().to());
            }
        }
        assertEquals(
                List.of(
                        "BULLET 661-663",
                        "BULLET 665-668",
                        "BULLET 1371-1375",
                        "BULLET 1377-1379",
                        "BULLET 1381-1383",
                        "BULLET 1385-1387"),
                lines);
    }

    @Test
    void losesNoLine() {
        DocumentReaderTest.everyLineHasOnePlace(document);
    }

    private static int line(int ordinal) {
        return document.passages().get(ordinal).lines().from();
    }

    private static Map<Integer, String> byLine(PassageKind kind) {
        Map<Integer, String> lines = new TreeMap<>();
        for (Passage passage : document.passages()) {
            if (passage.kind() == kind) {
                lines.put(passage.lines().from(), passage.text());
            }
        }
        return lines;
    }
}
