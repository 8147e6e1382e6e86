package peel.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import peel.query.Jdbc;

/** The current reports as files that an import reads again. */
public final class ReportFiles {

    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    /** Receives the files one after the other, so that only one is in memory. */
    public interface Receiver {
        void accept(ReportFile file) throws SQLException;
    }

    /**
     * A file with the text of a report.
     *
     * @param name the name of the file that was imported, {@code .txt} if that was a PDF
     * @param same whether the bytes are those of the file that was imported
     */
    public record ReportFile(String name, String publication, byte[] bytes, boolean same) {}

    private record Stored(
            UUID key, String publication, String file, String sha256, String text, Integer[] pageStarts) {}

    private ReportFiles() {}

    /** Passes the file of each current report to the receiver, in the order of the publications' codes. */
    public static void forEach(Connection connection, Receiver receiver) throws SQLException {
        List<UUID> keys = new ArrayList<>();
        Jdbc.forEach(connection, """
                select r.id from report r join publication p on p.id = r.publication_id
                where r.superseded_at is null
                order by p.code
                """, row -> keys.add(row.getObject("id", UUID.class)));
        for (UUID key : keys) {
            String sql = """
                    select p.code, r.file, r.sha256, t.text, t.page_starts
                    from report r
                    join publication p on p.id = r.publication_id
                    join report_text t on t.report_id = r.id
                    where r.id = ?
                    """;
            Stored stored = Jdbc.first(
                            connection,
                            sql,
                            row -> new Stored(
                                    key,
                                    row.getString("code"),
                                    row.getString("file"),
                                    row.getString("sha256"),
                                    row.getString("text"),
                                    (Integer[]) row.getArray("page_starts").getArray()),
                            key)
                    .orElseThrow();
            receiver.accept(file(stored));
        }
    }

    private static ReportFile file(Stored stored) {
        for (String lineEnd : LINE_ENDS) {
            String lines = lineEnd.equals("\n") ? stored.text : stored.text.replace("\n", lineEnd);
            for (String text : List.of(lines + lineEnd, lines)) {
                for (Charset charset : CHARSETS) {
                    for (String mark : charset.name().startsWith("UTF") ? List.of("", "\uFEFF") : List.of("")) {
                        byte[] bytes = (mark + text).getBytes(charset);
                        if (sha256(bytes).equals(stored.sha256)) {
                            return new ReportFile(stored.file, stored.publication, bytes, true);
                        }
                    }
                }
            }
        }
        byte[] bytes = withPageBreaks(stored).getBytes(StandardCharsets.UTF_8);
        return new ReportFile(textName(stored.file), stored.publication, bytes, false);
    }

    private static String textName(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".txt") ? file : file + ".txt";
    }

    /** The text of a PDF has its pages only as numbers of lines. */
    private static String withPageBreaks(Stored stored) {
        if (stored.text.indexOf('\f') >= 0) {
            return stored.text + "\n";
        }
        StringBuilder text = new StringBuilder();
        String[] lines = stored.text.split("\n", -1);
        int page = 1;
        for (int number = 1; number <= lines.length; number++) {
            while (page < stored.pageStarts.length && stored.pageStarts[page] <= number) {
                text.append('\f');
                page++;
            }
            text.append(lines[number - 1]).append('\n');
        }
        return text.toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
