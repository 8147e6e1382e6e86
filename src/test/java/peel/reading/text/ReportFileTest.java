package peel.reading.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.report.SampleReport;

/** The files that are read as reports, and the messages about files that are refused. */
class ReportFileTest {

    private static final ReportLimits LIMITS = new ReportLimits(8 << 20, 200, 300_000, Duration.ofSeconds(20));
    private static final String TEXT = " One page’s “text” – costs £5\nsecond line\n\nthird\nlast\n next page\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF", "windows-1252, ''"})
    void readsTextInEveryUsualEncoding(String charset, String mark) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(java.util.HexFormat.of().parseHex(mark));
        bytes.write(TEXT.getBytes(Charset.forName(charset)));
        ReportText report = read(bytes.toByteArray());
        assertEquals(TextFormat.TEXT, report.format());
        assertEquals(
                List.of(
                        new Line(1, 1, " One page’s “text” – costs £5"),
                        new Line(2, 1, "second line"),
                        new Line(3, 1, ""),
                        new Line(4, 1, "third"),
                        new Line(5, 1, "last"),
                        new Line(6, 2, " next page")),
                report.lines());
    }

    @Test
    void identifiesTheFileByNameAndDigest() throws IOException {
        ReportText report = read("abc".getBytes(StandardCharsets.US_ASCII));
        assertEquals("report", report.file());
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", report.sha256());
    }

    @ParameterizedTest
    @CsvSource({"'\n'", "'\r\n'", "'\r'"})
    void acceptsEveryLineEnd(String end) throws IOException {
        ReportText report = read(bytes("one" + end + end + "two" + end));
        assertEquals(
                List.of("one", "", "two"),
                report.lines().stream().map(Line::text).toList());
    }

    @Test
    void keepsALastLineWithoutALineEnd() throws IOException {
        assertEquals(2, read(bytes("one\n ")).lines().size());
    }

    @Test
    void separatesPagesByFormFeedsRatherThanByBlanks() throws IOException {
        assertEquals(List.of(1, 1, 2, 3), pages("a\n b\n\fc\n\fd\n"));
        assertEquals(List.of(1, 2), pages("a\f\nb\n"));
    }

    @Test
    void ignoresBlanksThatPrecedeMostLines() throws IOException {
        assertEquals(List.of(1, 1, 1, 1, 1, 1), pages(" a\n b\n c\n d\n e\n f\n"));
    }

    @Test
    void refusesAMissingFileAndAFolder() {
        refused(folder.resolve("away.txt"), "away.txt: there is no such file; check the path");
        refused(folder, "not a regular file");
    }

    @Test
    void refusesEmptyFilesAndFilesOfWhitespace() throws IOException {
        refused(file(new byte[0]), "report: the file is empty");
        refused(file(bytes(" \n\n \t\n")), "report: the file contains only whitespace");
    }

    @Test
    void refusesAHugeFileWithoutReadingIt() throws IOException {
        Path huge = folder.resolve("huge.txt");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        assertTimeout(
                Duration.ofSeconds(2),
                () -> refused(huge, "the file has 1,073,741,824 bytes", "peel.report.max-file-size"));
    }

    @Test
    void refusesMoreTextThanTheLimit() throws IOException {
        Path file = file(bytes("words ".repeat(60_000)));
        refused(file, "more than the 300,000 characters", "peel.report.max-characters");
    }

    @Test
    void refusesBinariesAndBrokenText() throws IOException {
        refused(file(new byte[] {'P', 'K', 3, 4, 0, 0, 'x'}), "report: the file is a zip archive, not plain text");
        refused(
                file(new byte[] {'a', '\n', (byte) 0x81, 'b'}),
                "report: line 2 is neither UTF-8 nor Windows-1252 (byte 0x81)");
        byte[] cut = "a force’s “own” words’".getBytes(StandardCharsets.UTF_8);
        refused(file(Arrays.copyOf(cut, cut.length - 1)), "report: line 1 is neither UTF-8 nor");
        refused(file(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}), "UTF-16LE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fell by 5 p\u0435rcent",
                "did n\u03BFt fall",
                "fell by \u04175 percent",
                "fell by \u0665 percent",
                "\u0430 reduction",
                "fell by \u202E51\u202C percent"
            })
    void refusesWordsAndNumbersInLettersOfSeveralScripts(String words) throws IOException {
        refused(
                file(("All is well.\nIt " + words + ".\n").getBytes(StandardCharsets.UTF_8)),
                "report: line 2 has ",
                "U+");
    }

    @Test
    void refusesATextWhoseApostrophesBecameDigits() throws IOException {
        String text = "The force9s work.\nThe police9s work.\nKent9s work.\n";
        refused(file(text.getBytes(StandardCharsets.UTF_8)), "report: line 3 has \"Kent9s\"", "use the original file");
        assertEquals(
                2,
                read("PEEL2s and judgment1 of Co2s.\nFoot7 note.\n".getBytes(StandardCharsets.UTF_8))
                        .lines()
                        .size());
    }

    @Test
    void refusesATextWithTheEntitiesOfHtml() throws IOException {
        String text = "The force&rsquo;s work.\nIt is &#45;5 &amp; more.\n";
        refused(file(text.getBytes(StandardCharsets.UTF_8)), "report: line 2 has \"&amp;\"", "written in another way");
        for (String wrong : List.of("force\u00E2\u20AC\u2122s", "force=E2=80=99s", "force\\u2019s")) {
            refused(
                    file((wrong + "\n").repeat(3).getBytes(StandardCharsets.UTF_8)),
                    "line 3",
                    "written in another way");
        }
        for (String wrong : List.of("of?cers", "of\uFFFDcers")) {
            refused(file((wrong + "\n").repeat(3).getBytes(StandardCharsets.UTF_8)), "line 3", "a letter was lost");
        }
    }

    @Test
    void acceptsWordsInOtherScriptsAndAccents() throws IOException {
        String text =
                "Caf\u00E9s of \u041C\u0438\u0445\u0430\u0438\u043B, 5 \u00B5g, \uFF15 percent, 5\u00BD, Ynys M\u00F4n.";
        assertEquals(
                text, read(text.getBytes(StandardCharsets.UTF_8)).lines().get(0).text());
    }

    @Test
    void recognisesAPdfByItsContent() throws IOException {
        ReportText report = read(sample().pdf(FontName.HELVETICA, 10, PDRectangle.A4));
        assertEquals(TextFormat.PDF, report.format());
        assertTrue(
                report.lines().stream().anyMatch(line -> line.text().equals("Summary of findings")),
                "headings are on lines of their own");
    }

    @Test
    void refusesEncryptedPdfs() throws IOException {
        refused(file(encrypted("secret", true)), "report: the PDF is encrypted; save it without a password");
        refused(file(encrypted("", false)), "report: the PDF does not permit text extraction");
        assertFalse(read(encrypted("", true)).lines().isEmpty(), "opens without a password");
    }

    @Test
    void refusesDamagedPdfs() throws IOException {
        byte[] whole = sample().pdf(FontName.HELVETICA, 10, PDRectangle.A4);
        refused(file(Arrays.copyOf(whole, whole.length / 2)), "the PDF is damaged", "end is missing");
        refused(file(bytes("%PDF-1.7\nnonsense\n%%EOF\n")), "report: the PDF is damaged");
    }

    @Test
    void refusesScans() throws IOException {
        refused(file(pdf((document, page) -> {})), "report: the PDF contains images but no text");
    }

    @Test
    void refusesPdfsBeyondALimit() throws IOException {
        Path file = file(sample().pdf(FontName.HELVETICA, 10, PDRectangle.A4));
        refused(file, new ReportLimits(8 << 20, 3, 300_000, LIMITS.time()), "at most 3 are accepted");
        refused(file, new ReportLimits(8 << 20, 99, 500, LIMITS.time()), "500 characters");
        refused(file, new ReportLimits(8 << 20, 99, 300_000, Duration.ofMillis(1)), "peel.report.max-time");
    }

    @Test
    void refusesPagesThatDecompressToTooMuch() throws IOException {
        byte[] bomb = pdf((document, page) -> {
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                blanks(out, 100 << 20);
            }
            page.setContents(stream);
        });
        assertTrue(bomb.length < 1 << 20, "a small file");
        assertTimeout(Duration.ofSeconds(15), () -> refused(file(bomb), "decompresses to more than is accepted"));
    }

    @Test
    void refusesObjectsThatDecompressToTooMuch() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(
                bytes("%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode" + "/Length 99>>\nstream\n"));
        try (OutputStream out = new DeflaterOutputStream(bomb)) {
            blanks(out, 100 << 20);
        }
        bomb.write(bytes("\nendstream\nendobj\nstartxref\n0\n%%EOF\n"));
        refused(file(bomb.toByteArray()), "decompresses to more than is accepted");
    }

    @Test
    void refusesEndlessDrawingsWhenTheTimeIsOver() throws IOException {
        // Each of 40 forms draws the next one twice.
        byte[] endless = pdf((document, page) -> {
            PDFormXObject form = new PDFormXObject(document);
            form.setBBox(PDRectangle.A4);
            for (int i = 0; i < 40; i++) {
                PDFormXObject outer = new PDFormXObject(document);
                outer.setBBox(PDRectangle.A4);
                PDResources resources = new PDResources();
                resources.put(COSName.getPDFName("F"), form);
                outer.setResources(resources);
                try (OutputStream out = outer.getStream().createOutputStream()) {
                    out.write(bytes("/F Do /F Do"));
                }
                form = outer;
            }
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.drawForm(form);
            }
        });
        Path file = file(endless);
        assertTimeout(
                Duration.ofSeconds(8),
                () -> refused(file, new ReportLimits(8 << 20, 9, 9_000, Duration.ofSeconds(1)), "not read within 1 s"));
    }

    private static SampleReport sample() {
        return SampleReport.of("Cumbria Constabulary", "Cumbria");
    }

    private interface Drawing {
        void draw(PDDocument document, PDPage page) throws IOException;
    }

    private static byte[] pdf(Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            drawing.draw(document, page);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] encrypted(String password, boolean mayBeRead) throws IOException {
        return pdf((document, page) -> {
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.beginText();
                out.setFont(new PDType1Font(FontName.HELVETICA), 12);
                out.newLineAtOffset(50, 500);
                out.showText("Words enough that this is no picture of words.");
                out.endText();
            }
            AccessPermission permission = new AccessPermission();
            permission.setCanExtractContent(mayBeRead);
            document.protect(new StandardProtectionPolicy("owner", password, permission));
        });
    }

    private static void blanks(OutputStream out, int count) throws IOException {
        byte[] blanks = new byte[1 << 16];
        Arrays.fill(blanks, (byte) ' ');
        for (int written = 0; written < count; written += blanks.length) {
            out.write(blanks);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Integer> pages(String text) throws IOException {
        return read(bytes(text)).lines().stream().map(Line::page).toList();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("report"), bytes);
    }

    private ReportText read(byte[] bytes) throws IOException {
        return ReportFile.read(file(bytes), LIMITS);
    }

    private static void refused(Path file, String... parts) {
        refused(file, LIMITS, parts);
    }

    private static void refused(Path file, ReportLimits limits, String... parts) {
        RefusedReportException refused =
                assertThrows(RefusedReportException.class, () -> ReportFile.read(file, limits));
        String message = refused.getMessage();
        assertFalse(message.contains("\n"), "one line: " + message);
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
