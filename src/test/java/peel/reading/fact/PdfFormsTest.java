package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report as PDFs that show headings, grades and furniture in various ways. */
class PdfFormsTest {

    private static final String GRADE = "Good|Requires improvement|Inadequate|Outstanding";

    @TempDir
    Path folder;

    private float gradeSize = 10;
    private float headingSize = 10;
    private boolean boldHeadings;
    private boolean blankLines = true;
    private String head;
    private String foot;
    private boolean withoutBullets;
    private boolean watermark;
    private boolean aside;
    private int rotation;
    private String text = TransformedReports.sample();

    @Test
    void readsGradesOfASizeOfTheirOwn() throws IOException {
        for (float size : new float[] {7, 13, 18, 24}) {
            gradeSize = size;
            check("grades of " + size, true);
        }
        blankLines = false;
        check("grades between the lines", false);
    }

    @Test
    void readsLargeOrBoldHeadings() throws IOException {
        headingSize = 16;
        check("large headings", true);
        headingSize = 10;
        boldHeadings = true;
        check("bold headings", true);
        blankLines = false;
        check("bold headings and no space", false);
    }

    @Test
    void readsRunningHeadsAndFeet() throws IOException {
        head = "Kent Police: effectiveness 2015";
        check("running head", true);
        foot = "#";
        check("running head and number", true);
        head = null;
        foot = "27/11/2015, 10:15   https://example.org/report   #/20";
        check("a browser's footer", true);
    }

    @Test
    void leavesOutAWatermark() throws IOException {
        watermark = true;
        check("a watermark", true);
    }

    @Test
    void refusesTextBesideTheTextThatIsPrintedBeforeIt() throws IOException {
        aside = true;
        Path file = folder.resolve("report.pdf");
        draw(file);
        String refusal = TransformedReports.read(file).refusal().toString();
        assertTrue(refusal.contains("page 1 of the PDF, text that stands beside other text is out of order"), refusal);
    }

    @Test
    void readsListsWithoutSigns() throws IOException {
        withoutBullets = true;
        check("lists without signs", false);
    }

    @Test
    void readsRotatedPages() throws IOException {
        for (int turned : new int[] {90, 180, 270}) {
            rotation = turned;
            check("turned by " + turned, false);
        }
    }

    @Test
    void readsAnIntegratedReport() throws IOException {
        text = TransformedReports.integrated();
        check("three pillars", true);
        gradeSize = 14;
        boldHeadings = true;
        head = "Kent Police: PEEL 2018/19";
        check("three pillars with a running head", true);
    }

    private void check(String form, boolean complete) throws IOException {
        Set<String> expected = TransformedReports.read(folder, text).facts();
        Path file = folder.resolve("report.pdf");
        draw(file);
        TransformedReports.Outcome read = TransformedReports.read(file);
        Set<String> wrong = new TreeSet<>(read.facts());
        wrong.removeAll(expected);
        assertEquals(Set.of(), wrong, form);
        Set<String> lost = new TreeSet<>(expected);
        lost.removeAll(read.facts());
        System.out.println(form + ": lost " + lost.size() + " " + read.refusal() + " " + lost);
        if (complete) {
            assertEquals(Set.of(), lost, form + read.refusal());
        } else {
            assertTrue(
                    lost.isEmpty() || read.refused() || read.isDoubtSaid() || read.remarks() > 10,
                    form + " lost " + lost);
        }
    }

    private void draw(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFont plain = new PDType1Font(FontName.HELVETICA);
            PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
            int number = 0;
            for (String page : TransformedReports.pages(text)) {
                number++;
                PDPage sheet = new PDPage(PDRectangle.A4);
                sheet.setRotation(rotation);
                document.addPage(sheet);
                try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
                    float width = sheet.getMediaBox().getWidth();
                    float height = sheet.getMediaBox().getHeight();
                    if (rotation == 90) {
                        out.transform(new Matrix(0, 1, -1, 0, width, 0));
                    } else if (rotation == 180) {
                        out.transform(new Matrix(-1, 0, 0, -1, width, height));
                    } else if (rotation == 270) {
                        out.transform(new Matrix(0, -1, 1, 0, 0, height));
                    }
                    float top = rotation % 180 == 0 ? height : width;
                    float y = top - 40;
                    for (int line = 0; aside && line < 12; line++) {
                        text(out, plain, 10, 150 - line * 12, " ".repeat(60) + "The force should do better here.");
                    }
                    if (head != null) {
                        text(out, plain, 8, y, head.replace("#", "" + number));
                        y -= 24;
                    }
                    String[] lines = page.split("\n");
                    float leading = Math.min(12, (y - 50) / (lines.length + 2));
                    for (int at = 0; at < lines.length; at++) {
                        if (watermark && at == lines.length / 2) {
                            out.beginText();
                            out.setFont(bold, 60);
                            out.setTextMatrix(Matrix.getRotateInstance(Math.PI / 4, 120, 200));
                            out.showText("Inadequate");
                            out.endText();
                        }
                        String line = lines[at];
                        String tidy = line.strip();
                        boolean grade = tidy.matches(GRADE);
                        boolean heading = tidy.matches("Summary of findings|Areas for improvement|Cause of concern"
                                + "|Recommendations|Introduction|Summary|Overall judgment\\d*");
                        float size = grade ? gradeSize : heading ? headingSize : 10;
                        if (!tidy.isEmpty()) {
                            y -= size > 10 ? (size - 10) / 2 : 0;
                            String shown = withoutBullets ? line.replace("• ", "") : line;
                            text(
                                    out,
                                    boldHeadings && (heading || grade) ? bold : plain,
                                    size,
                                    y,
                                    shown.stripTrailing());
                            y -= leading + (size > 10 ? (size - 10) / 2 : 0);
                        } else if (blankLines) {
                            y -= leading;
                        }
                    }
                    if (foot != null) {
                        text(out, plain, 8, 25, foot.replace("#", "" + number));
                    }
                }
            }
            document.save(file.toFile());
        }
    }

    private static void text(PDPageContentStream out, PDFont font, float size, float y, String line)
            throws IOException {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        if (indent == line.length()) {
            return;
        }
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(40 + (indent > 1 ? indent * 3 : 0), y);
        out.showText(line.substring(indent));
        out.endText();
    }
}
