package peel.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GradeChartsTest {

    @Test
    void everyForceOfTheDatasetHasATileOfItsOwn() throws IOException {
        List<String> forces = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                GradeChartsTest.class.getResourceAsStream("/dataset/forces.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> forces.add(line.substring(0, line.indexOf(','))));
        }
        assertEquals(43, forces.size());
        assertEquals(Set.copyOf(forces), TileLayout.known().keySet());
        List<TileLayout.Place> places = TileLayout.of(forces);
        assertEquals(
                43,
                places.stream().map(p -> p.column() + "," + p.row()).distinct().count());
        assertEquals(43, places.stream().map(TileLayout.Place::code).distinct().count());
        assertTrue(places.stream().allMatch(place -> place.column() < TileLayout.COLUMNS));
    }

    @Test
    void aForceThatTheLayoutDoesNotKnowStandsBelow() {
        List<TileLayout.Place> places = TileLayout.of(List.of("sussex", "atlantis", "lyonesse"));
        assertEquals(new TileLayout.Place(0, 10, "ATL"), places.get(1));
        assertEquals(new TileLayout.Place(1, 10, "LYO"), places.get(2));
    }

    @Test
    void aTileIsALinkThatSaysForceAndGrade() throws Exception {
        Chart map = TileMap.of(
                "Grades",
                List.of(new TileMap.Tile("bedfordshire", "Bedfordshire", Mark.GOOD, null, "forces/bedfordshire")));
        Element link = (Element) xml(map.inPage()).getElementsByTagName("a").item(0);
        // It begins with what the tile shows (WCAG 2.2, 2.5.3).
        assertEquals("BED G: Bedfordshire: Good", link.getAttribute("aria-label"));
        assertEquals("forces/bedfordshire", link.getAttribute("href"));
        assertEquals(
                "Bedfordshire: Good", link.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(List.of("BED", "G"), texts(link));
    }

    @Test
    void whatIsMissingNeverHasTheClassOfAGrade() throws Exception {
        Set<String> grades = new HashSet<>();
        Arrays.stream(Mark.values()).filter(Mark::isGrade).forEach(mark -> grades.add(mark.style()));
        assertEquals(5, grades.size());
        for (Mark mark : Mark.values()) {
            if (!mark.isGrade()) {
                String svg = TileMap.of("Grades", List.of(new TileMap.Tile("kent", "Kent", mark, null, null)))
                        .inPage();
                grades.forEach(grade -> assertFalse(svg.contains("\"box " + grade + "\""), svg));
            }
        }
        assertEquals(
                3,
                List.of(Mark.NOT_GRADED, Mark.NOT_INSPECTED, Mark.NOT_IN_DATA).stream()
                        .map(Mark::style)
                        .distinct()
                        .count());
        assertEquals(Mark.NOT_IN_DATA, Mark.of(null, null));
        assertEquals(Mark.GOOD, Mark.of("CARRIED_OVER", "GOOD"));
        assertEquals(Mark.NOT_INSPECTED, Mark.of("NOT_INSPECTED", null));
    }

    @Test
    void aSmallMapHasATileForEachForceAndASignForEachExtremeGrade() throws Exception {
        String svg = SmallMap.of(List.of(
                new SmallMap.Tile("northumbria", Mark.INADEQUATE),
                new SmallMap.Tile("kent", Mark.INADEQUATE),
                new SmallMap.Tile("essex", Mark.GOOD),
                new SmallMap.Tile("gwent", Mark.NOT_IN_DATA)));
        NodeList paths = xml(svg).getElementsByTagName("path");
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            long tiles = path.getAttribute("d").chars().filter(c -> c == 'M').count();
            drawn.add(path.getAttribute("class") + " " + tiles);
        }
        assertEquals(List.of("box good 1", "box inadequate 2", "box not-in-data 1", "sign on-inadequate 2"), drawn);
        Set<String> looks = new HashSet<>();
        for (Mark mark : List.of(Mark.OUTSTANDING, Mark.REQUIRES_IMPROVEMENT, Mark.INADEQUATE, Mark.NOT_GRADED)) {
            looks.add(SmallMap.swatch(mark).replaceAll("class=\"[^\"]*\"", ""));
        }
        assertEquals(4, looks.size(), "signs that differ without colour");
    }

    @Test
    void barsShowTheCountsAndLeaveOutWhatDoesNotOccur() throws Exception {
        Chart bars = GradeBars.of(
                "Counts",
                List.of(new GradeBars.Bar(
                        "",
                        List.of(
                                new GradeBars.Count(Mark.OUTSTANDING, 1),
                                new GradeBars.Count(Mark.GOOD, 40),
                                new GradeBars.Count(Mark.INADEQUATE, 0),
                                new GradeBars.Count(Mark.NOT_IN_DATA, 2)))));
        Document svg = xml(bars.inPage());
        assertEquals(
                List.of("1", "40", "2", "O", "Outstanding 1", "G", "Good 40", "?", "Not in our data 2"),
                texts(svg.getDocumentElement()));
        double width = 0;
        NodeList boxes = svg.getElementsByTagName("rect");
        for (int i = 0; i < 3; i++) {
            double size = Double.parseDouble(((Element) boxes.item(i)).getAttribute("width"));
            assertTrue(size >= 12, "a number needs room: " + size);
            width += size + 1;
        }
        assertEquals(350, width, 0.3);
    }

    @Test
    void theHistoryBreaksWhereTheScaleChanges() throws Exception {
        List<HistoryStrip.Column> columns = List.of(
                new HistoryStrip.Column("2017", "PEEL4"),
                new HistoryStrip.Column("2018/19", "PEEL4"),
                new HistoryStrip.Column("2021/22", "PEEL5"));
        List<HistoryStrip.Cell> cells = new ArrayList<>();
        cells.add(new HistoryStrip.Cell(Mark.GOOD, true, false, null, null));
        cells.add(null);
        cells.add(new HistoryStrip.Cell(Mark.ADEQUATE, false, true, "adequate before", "#adequate"));
        String svg = HistoryStrip.of("History", columns, List.of(new HistoryStrip.Row("Overall", cells)))
                .inPage();
        Document document = xml(svg);
        assertEquals(2, count(svg, "class=\"break\""), "one break, in the heading and beside the row");
        assertTrue(texts(document.getDocumentElement())
                .containsAll(List.of("new scale of grades", "G*", "A†", "† corrected after publication")));
        Element link = (Element) document.getElementsByTagName("a").item(0);
        assertEquals(
                "A†: Overall, 2021/22: Adequate, corrected after publication. adequate before",
                link.getAttribute("aria-label"));

        List<HistoryStrip.Column> same = columns.subList(0, 2);
        assertEquals(
                0,
                count(
                        HistoryStrip.of("History", same, List.of(new HistoryStrip.Row("Overall", cells.subList(0, 2))))
                                .inPage(),
                        "class=\"break\""));
    }

    @Test
    void namesStayText() throws Exception {
        String name = "</title><script>alert('1')</script>&\"";
        Chart map = TileMap.of(name, List.of(new TileMap.Tile("kent", name, Mark.GOOD, name, "x\"><script>")));
        for (String svg : List.of(map.inPage(), map.file(name, name))) {
            assertFalse(svg.contains("<script"), svg);
            assertEquals(0, xml(svg).getElementsByTagName("script").getLength());
        }
        assertTrue(
                xml(map.file(name, name)).getDocumentElement().getTextContent().contains("alert('1')"));
        xml(TileMap.of("control \u0000 half \uD800", List.of()).file("x", "y"));
    }

    @Test
    void aChartHasNoStyleAttributesAndFitsAPhone() throws Exception {
        Chart map = TileMap.of("Grades", List.of(new TileMap.Tile("kent", "Kent", Mark.UNGRADED, null, null)));
        assertFalse(map.inPage().contains("style="), map.inPage());
        assertTrue(map.width() <= 360);
        Matcher size = Pattern.compile("font-size: (\\d+)px").matcher(ChartStyle.sheet());
        while (size.find()) {
            assertTrue(Integer.parseInt(size.group(1)) >= 11);
        }
    }

    @Test
    void aFileStandsAlone() throws Exception {
        Chart map = TileMap.of("Grades", List.of(new TileMap.Tile("kent", "Kent", Mark.GOOD, null, "forces/kent")));
        Document file = xml(map.file("Grades of 2017", "Source: the inspectorate"));
        assertEquals(0, file.getElementsByTagName("a").getLength(), "links of a file lead nowhere");
        assertEquals(1, file.getElementsByTagName("style").getLength());
        assertTrue(texts(file.getDocumentElement()).containsAll(List.of("Grades of 2017", "Source: the inspectorate")));
    }

    static Document xml(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    static List<String> texts(Element element) {
        NodeList nodes = element.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
