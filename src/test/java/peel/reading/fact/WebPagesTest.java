package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.question.Pillar;

/** Reports as web pages that were saved as files. */
class WebPagesTest {

    private static final String REPORT = TransformedReports.sample();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "boxes", "justified", "marks"})
    void readsTheFactsOfAReport(String design) throws IOException {
        assertEquals(facts(REPORT), facts(ReportDesigns.html(REPORT, design)));
    }

    @ParameterizedTest
    @CsvSource({"2014, EFFECTIVENESS", "2016, EFFICIENCY", "2017, LEGITIMACY", "2021/22, ", "2023-25, "})
    void readsTheFormsOfOtherCycles(String cycle, Pillar pillar) throws IOException {
        String text = CycleForm.of(cycle, pillar).text();
        assertEquals(facts(text), facts(ReportDesigns.html(text, "flowing")));
    }

    @ParameterizedTest
    @CsvSource({"2016, EFFECTIVENESS, h1, h2", "2021/22, , h3, p"})
    void givesABoxBelowWhatIsSetAsAHeadingToNoQuestion(String cycle, Pillar pillar, String heading, String text)
            throws IOException {
        String other = "Those who vet officers have a room of their own.";
        String report = CycleForm.of(cycle, pillar)
                .chapter(
                        "investigate",
                        other + "\n\nIt is a small one.\n\nRecommendation\n\nThe force should vet sooner.")
                .text();
        String page = ReportDesigns.html(report, "flowing");
        String line = "<p>" + other + "</p>";
        assertTrue(page.contains(line));
        String box = "RECOMMENDATION Theforceshouldvetsooner";
        for (String tag : new String[] {heading, text}) {
            String set = page.replace(line, "<" + tag + ">" + other + "</" + tag + ">");
            assertEquals(tag.equals(text), facts(set).stream().anyMatch(fact -> fact.endsWith(box)), tag);
        }
    }

    @Test
    void readsPreformattedText() throws IOException {
        assertEquals(facts(REPORT), facts("<!DOCTYPE html><html><body><pre>" + REPORT + "</pre></body></html>"));
    }

    @Test
    void leavesOutNavigationAndWhatIsHidden() throws IOException {
        String page = ReportDesigns.html(REPORT, "plain");
        String other = "<h2>Summary of findings</h2><p>Inadequate</p><p>PEEL: Police effectiveness 2016</p>";
        assertEquals(
                facts(REPORT),
                facts(page.replace(
                                "<body>",
                                "<body><nav>" + other + "</nav><div hidden>" + other + "</div>"
                                        + "<script>var grade = '<p>Inadequate</p>';</script>"
                                        + "<div style='display: none'>" + other + "</div>")
                        .replace("</body>", "<footer>" + other + "</footer></body>")));
    }

    @Test
    void readsNothingWrongFromTextWithoutParagraphs() throws IOException {
        for (String page : new String[] {"<html>%s</html>", "<div class=\"report\">%s</div>"}) {
            TransformedReports.Outcome read = read(page.replace("%s", REPORT).getBytes(StandardCharsets.UTF_8));
            Set<String> wrong = new TreeSet<>(read.facts());
            wrong.removeAll(facts(REPORT));
            assertEquals(Set.of(), wrong);
            assertTrue(read.refused() || read.isDoubtSaid(), "lost in silence");
        }
    }

    @Test
    void readsPagesInWindows1252() throws IOException {
        String page = ReportDesigns.html(REPORT, "plain").replace("utf-8", "windows-1252");
        assertEquals(
                facts(REPORT),
                read(page.getBytes(Charset.forName("windows-1252"))).facts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='/images/p.png' alt='Requires improvement'>",
                "<img src='https://example.org/grade-good.png' alt=''>",
                "<img src='data:image/png;base64,AAAA' title='Graded as: Good'>",
                "<svg><title>Inadequate</title></svg>"
            })
    void refusesPagesWhoseGradesArePictures(String picture) throws IOException {
        String page = ReportDesigns.html(REPORT, "plain").replaceFirst("<p class=grade>[^<]*</p>", picture);
        assertTrue(
                read(page.getBytes(StandardCharsets.UTF_8)).refusal().toString().contains("a picture of a grade"));
    }

    @Test
    void refusesPagesWithPicturesAndNoGrades() throws IOException {
        String page =
                ReportDesigns.html(REPORT, "plain").replaceAll("<p class=grade>[^<]*</p>", "<img src='/i/1.png'>");
        assertTrue(read(page.getBytes(StandardCharsets.UTF_8))
                .refusal()
                .toString()
                .contains("pictures, but no grade as text"));
    }

    @Test
    void readsPagesWithOtherPictures() throws IOException {
        String page = ReportDesigns.html(REPORT, "plain")
                .replace("<body>", "<body><img src='/logo.svg' alt='Inspectorate'><img alt='A good day' src='/a.jpg'>");
        assertEquals(facts(REPORT), facts(page));
    }

    private Set<String> facts(String text) throws IOException {
        TransformedReports.Outcome read = read(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(Set.of(), read.refusal());
        return new TreeSet<>(read.facts());
    }

    private TransformedReports.Outcome read(byte[] bytes) throws IOException {
        return TransformedReports.read(Files.write(folder.resolve("report.html"), bytes));
    }
}
