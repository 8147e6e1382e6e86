package peel.reading.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads the files of reports. */
public final class ReportFile {

    /** Bytes at the start and end of a file among which the markers of a PDF are searched for. */
    private static final int PDF_MARKER_WITHIN = 1024;

    private ReportFile() {}

    /**
     * Reads a report as published. The format is determined from the content.
     *
     * @param path a PDF, or a text or web page in UTF-8, UTF-16 with a byte order mark, or Windows-1252
     * @throws RefusedReportException if the file cannot be read; the message gives the file, the reason and a remedy
     */
    public static ReportText read(Path path, ReportLimits limits) {
        String name = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        try {
            if (!Files.exists(path)) {
                throw new RefusedReportException(name + ": there is no such file; check the path " + path);
            }
            if (!Files.isRegularFile(path)) {
                throw new RefusedReportException(name + ": not a regular file; give the path of a PDF or text file");
            }
            long size = Files.size(path);
            if (size == 0) {
                throw new RefusedReportException(name + ": the file is empty; download the report again");
            }
            if (size > limits.fileSize()) {
                throw new RefusedReportException(String.format(
                        "%s: the file has %,d bytes, but at most %,d are accepted; check the file or raise peel.report.max-file-size",
                        name, size, limits.fileSize()));
            }
            ReportText report = pdf(path) ? pdf(name, path, size, limits) : text(name, path, size, limits);
            LookAlikes.refuse(name, report.lines());
            return report;
        } catch (AccessDeniedException e) {
            throw new RefusedReportException(
                    name + ": this user has no permission to read the file; check its permissions", e);
        } catch (NoSuchFileException e) {
            throw new RefusedReportException(name + ": the file no longer exists; check the path " + path, e);
        } catch (IOException e) {
            throw new RefusedReportException(
                    name + ": the file cannot be read (" + e.getMessage() + "); check the disk", e);
        }
    }

    private static boolean pdf(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String start = new String(in.readNBytes(PDF_MARKER_WITHIN), StandardCharsets.ISO_8859_1);
            return start.contains("%PDF-");
        }
    }

    private static ReportText pdf(String name, Path path, long size, ReportLimits limits) throws IOException {
        if (size > Integer.MAX_VALUE) {
            throw new RefusedReportException(name + ": the PDF is larger than 2 GB, which is the limit");
        }
        try (FileChannel channel = FileChannel.open(path)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            if (!hasEndMarker(bytes)) {
                throw new RefusedReportException(
                        name + ": the PDF is damaged because its end is missing; download it again");
            }
            MessageDigest digest = sha256();
            digest.update(bytes.duplicate());
            String sha256 = HexFormat.of().formatHex(digest.digest());
            List<Line> lines = PdfText.lines(name, path, bytes, limits);
            return new ReportText(name, sha256, TextFormat.PDF, lines);
        }
    }

    /** Whether a PDF has its end marker, which is missing after an incomplete download. */
    private static boolean hasEndMarker(ByteBuffer bytes) {
        int from = Math.max(0, bytes.limit() - PDF_MARKER_WITHIN);
        byte[] end = new byte[bytes.limit() - from];
        bytes.get(from, end);
        return new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private static ReportText text(String name, Path path, long size, ReportLimits limits) throws IOException {
        // A character takes at most four bytes.
        if (size > 4L * limits.characters() + 4) {
            throw tooMuchText(name, limits);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, size));
        }
        FileKind kind = FileKind.of(bytes);
        if (kind != null) {
            throw kind.refused(name);
        }
        String text = PlainText.decode(name, bytes);
        if (text.length() > limits.characters()) {
            throw tooMuchText(name, limits);
        }
        if (text.isBlank()) {
            throw new RefusedReportException(name + ": the file contains only whitespace; download the report again");
        }
        kind = FileKind.of(text);
        String sha256 = HexFormat.of().formatHex(sha256().digest(bytes));
        if (kind == FileKind.HTML) {
            return new ReportText(name, sha256, TextFormat.TEXT, webPage(name, text));
        }
        if (kind != null) {
            throw kind.refused(name);
        }
        return new ReportText(name, sha256, TextFormat.TEXT, PlainText.lines(text));
    }

    private static List<Line> webPage(String name, String html) {
        List<Line> lines = WebPage.lines(name, html);
        if (lines.stream().allMatch(line -> line.text().isBlank())) {
            throw new RefusedReportException(
                    name
                            + ": the web page has no text; it may load it with a script: download the report as PDF from the page");
        }
        return lines;
    }

    static RefusedReportException tooMuchText(String name, ReportLimits limits) {
        return new RefusedReportException(String.format(
                "%s: the text has more than the %,d characters that are accepted; check the file or raise peel.report.max-characters",
                name, limits.characters()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform supports SHA-256
        }
    }
}
