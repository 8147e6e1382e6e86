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

/** A report's file. */
public final class ReportFile {

    /** A PDF's first and last words may stand a little way inside the file. */
    private static final int PDF_WITHIN = 1024;

    private ReportFile() {}

    /**
     * Reads a report as it was published. What kind of file it is, is told by its content.
     *
     * @param path a PDF, or a text in UTF-8, UTF-16 with a byte order mark or Windows-1252
     * @param limits what it may cost at most
     * @return its text
     * @throws RefusedReportException if it can't be read; the message names the file, the reason and what to
     *     do
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
                throw new RefusedReportException(name + ": not a file; name the report's PDF or text file");
            }
            long size = Files.size(path);
            if (size == 0) {
                throw new RefusedReportException(name + ": empty; get the report anew");
            }
            if (size > limits.fileSize()) {
                throw new RefusedReportException(String.format(
                        "%s: %,d bytes, more than the %,d that a report may have; check"
                                + " the file, or raise peel.report.max-file-size",
                        name, size, limits.fileSize()));
            }
            return pdf(path) ? pdf(name, path, size, limits) : text(name, path, size, limits);
        } catch (AccessDeniedException e) {
            throw new RefusedReportException(name + ": may not be read by this user; check its permissions", e);
        } catch (NoSuchFileException e) {
            throw new RefusedReportException(name + ": is gone; check the path " + path, e);
        } catch (IOException e) {
            throw new RefusedReportException(name + ": can't be read (" + e.getMessage() + "); check the disk", e);
        }
    }

    private static boolean pdf(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String start = new String(in.readNBytes(PDF_WITHIN), StandardCharsets.ISO_8859_1);
            return start.contains("%PDF-");
        }
    }

    private static ReportText pdf(String name, Path path, long size, ReportLimits limits) throws IOException {
        if (size > Integer.MAX_VALUE) {
            throw new RefusedReportException(name + ": larger than 2 GB, which no PDF of a report is");
        }
        try (FileChannel channel = FileChannel.open(path)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            if (!ends(bytes)) {
                throw new RefusedReportException(name + ": a damaged PDF, its end is missing; get it anew");
            }
            MessageDigest digest = sha256();
            digest.update(bytes.duplicate());
            String sha256 = HexFormat.of().formatHex(digest.digest());
            List<Line> lines = PdfText.lines(name, path, bytes, limits);
            return new ReportText(name, sha256, TextFormat.PDF, lines);
        }
    }

    /** Whether a PDF ends as it must; a broken download doesn't. */
    private static boolean ends(ByteBuffer bytes) {
        int from = Math.max(0, bytes.limit() - PDF_WITHIN);
        byte[] end = new byte[bytes.limit() - from];
        bytes.get(from, end);
        return new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private static ReportText text(String name, Path path, long size, ReportLimits limits) throws IOException {
        // A character takes four bytes at most.
        if (size > 4L * limits.characters() + 4) {
            throw tooMuchText(name, limits);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, size));
        }
        String text = PlainText.decode(name, bytes);
        if (text.length() > limits.characters()) {
            throw tooMuchText(name, limits);
        }
        if (text.isBlank()) {
            throw new RefusedReportException(name + ": holds nothing but blanks; get the report anew");
        }
        String sha256 = HexFormat.of().formatHex(sha256().digest(bytes));
        return new ReportText(name, sha256, TextFormat.TEXT, PlainText.lines(text));
    }

    static RefusedReportException tooMuchText(String name, ReportLimits limits) {
        return new RefusedReportException(String.format(
                "%s: more than the %,d characters that a report may have; check the file,"
                        + " or raise peel.report.max-characters",
                name, limits.characters()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
