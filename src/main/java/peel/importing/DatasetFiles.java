package peel.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.importing.input.DatasetException;
import peel.importing.table.Origin;

/** The CSV files of a dataset, one for each format: the bundled ones, or those of a folder. */
final class DatasetFiles {

    /** Null for the bundled files. */
    private final @Nullable Path folder;

    private DatasetFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    static DatasetFiles bundled() {
        return new DatasetFiles(null);
    }

    static DatasetFiles of(Path folder) {
        return new DatasetFiles(folder);
    }

    /** Where the files come from, for messages and for the revision. */
    String origin() {
        return folder == null ? "bundled dataset" : folder.toString();
    }

    /** The SHA-256 of all files together, in hexadecimal. */
    String sha256() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        for (Format format : Formats.ALL) {
            try (InputStream in = new DigestInputStream(open(format), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What the rows may replace. */
    Origin rows() {
        return folder == null ? Origin.BUNDLED : Origin.DATASET;
    }

    /** The rows of earlier bundled files that are withdrawn; only the bundled files have them. */
    InputStream withdrawnRows() throws IOException {
        return open(WithdrawnRows.FILE);
    }

    /**
     * The file of a format.
     *
     * @throws DatasetException if it is missing or has another header
     */
    CsvFile file(Format format) throws IOException {
        return CsvFile.of(name(format), format, () -> open(format));
    }

    private static String name(Format format) {
        return format.name() + ".csv";
    }

    private InputStream open(Format format) throws IOException {
        String name = name(format);
        if (folder != null && format.isAllowedToBeMissing() && Files.notExists(folder.resolve(name))) {
            return new ByteArrayInputStream((String.join(",", format.requiredHeader()) + "\n").getBytes(UTF_8));
        }
        return open(name);
    }

    private InputStream open(String name) throws IOException {
        if (folder == null) {
            return DatasetFiles.class.getResourceAsStream("/dataset/" + name);
        }
        Path file = folder.resolve(name);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // Opening a pipe waits for its other end, and a device may have none.
            throw new DatasetException("The file " + name + " of the dataset's folder " + folder
                    + " is a folder, pipe, socket or device instead of a file.");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new DatasetException("The dataset's folder " + folder + " has no file " + name + ".", e);
        }
    }
}
