package peel.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** The CSV files of a dataset: the bundled ones, or those of a folder. */
final class DatasetFiles {

    static final List<String> NAMES =
            List.of(
                    "publications.csv",
                    "forces.csv",
                    "force_aliases.csv",
                    "local_authorities.csv",
                    "monitoring_events.csv",
                    "grade_scales.csv",
                    "cycles.csv",
                    "questions.csv",
                    "comparable_questions.csv",
                    "inspections.csv",
                    "fieldwork.csv",
                    "judgments.csv",
                    "findings.csv",
                    "finding_statuses.csv",
                    "areas.csv",
                    "metrics.csv",
                    "observations.csv");

    private final Path folder;

    private DatasetFiles(Path folder) {
        this.folder = folder;
    }

    static DatasetFiles bundled() {
        return new DatasetFiles(null);
    }

    static DatasetFiles of(Path folder) {
        return new DatasetFiles(folder);
    }

    /** Where the files are from. */
    String origin() {
        return folder == null ? "bundled dataset" : folder.toString();
    }

    /** SHA-256 over all files, in hexadecimal. */
    String sha256() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        for (String name : NAMES) {
            try (InputStream in = new DigestInputStream(open(name), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Reads one file. */
    void read(String name, List<String> columns, CsvFile.RowSink rows)
            throws IOException, SQLException {
        try (InputStream in = open(name)) {
            new CsvFile(name).read(in, columns, rows);
        } catch (CharacterCodingException e) {
            throw new DatasetError(
                    "%s, line %d: is not UTF-8".formatted(name, firstLineThatIsNotUtf8(name)), e);
        }
    }

    /** The decoder reads ahead of the rows, so the line is looked for afterwards. */
    private long firstLineThatIsNotUtf8(String name) throws IOException {
        byte[] bytes;
        try (InputStream in = open(name)) {
            bytes = in.readAllBytes();
        }
        long line = 1;
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                if (!isUtf8(ByteBuffer.wrap(bytes, start, end - start))) {
                    return line;
                }
                line++;
                start = end + 1;
            }
        }
        return line;
    }

    private static boolean isUtf8(ByteBuffer line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(line);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private InputStream open(String name) throws IOException {
        if (folder == null) {
            return DatasetFiles.class.getResourceAsStream("/dataset/" + name);
        }
        try {
            return Files.newInputStream(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw new DatasetError(
                    "The dataset's folder " + folder + " has no file " + name + ".", e);
        }
    }
}
