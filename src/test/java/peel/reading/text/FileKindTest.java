package peel.reading.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peel.report.SampleReport;

class FileKindTest {

    private static final String REPORT = SampleReport.of("Kent Police", "Kent").text();

    @TempDir
    Path folder;

    @Test
    void namesOtherKinds() throws IOException {
        byte[] text = REPORT.getBytes(StandardCharsets.UTF_8);
        refused(("{\\rtf1\\ansi " + REPORT.replace("\n", "\\par\n") + "}").getBytes(StandardCharsets.UTF_8), "RTF");
        refused(
                (REPORT + "<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><br><br/><li>f</li><h2>g</h2><td>h</td><td>i</td>")
                        .getBytes(StandardCharsets.UTF_8),
                "HTML tags");
        refused((".TH REPORT 1\n.PP\n" + REPORT.replace("\n\n", "\n.PP\n")).getBytes(StandardCharsets.UTF_8), "troff");
        refused((".\\\" a report\n.ps 11\n.vs 14\n" + REPORT).getBytes(StandardCharsets.UTF_8), "troff");
        refused(
                ("\\documentclass{article}\n\\begin{document}\n" + REPORT + "\\end{document}\n")
                        .getBytes(StandardCharsets.UTF_8),
                "LaTeX");
        refused(("%!PS-Adobe-3.0\n" + REPORT).getBytes(StandardCharsets.UTF_8), "PostScript");
        refused(zip("word/document.xml", text), "Word");
        refused(zip("report.txt", text), "zip archive");
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(text);
        }
        refused(gzip.toByteArray(), "gzip");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3}, "Office");
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "picture");
        refused(
                ("From: saved\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + REPORT)
                        .getBytes(StandardCharsets.UTF_8),
                "MHTML");
    }

    @Test
    void readsPlainTextWithAnglesAndBraces() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "{a} < b > c <d> 5 < 6\n" + REPORT);
        assertEquals("{a} < b > c <d> 5 < 6", read(file).lines().get(0).text());
    }

    private void refused(byte[] bytes, String kind) throws IOException {
        for (String name : List.of("report.txt", "report.pdf")) {
            Path file = Files.write(folder.resolve(name), bytes);
            RefusedReportException refused = assertThrows(RefusedReportException.class, () -> read(file));
            assertTrue(refused.getMessage().startsWith(name + ": the file is "), refused.getMessage());
            assertTrue(refused.getMessage().contains(kind), refused.getMessage());
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static ReportText read(Path file) {
        return ReportFile.read(file, new ReportLimits(1 << 20, 100, 1 << 20, Duration.ofSeconds(20)));
    }
}
