package peel.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.importing.input.DatasetException;
import peel.importing.table.Origin;

/** The CSV files of a dataset, one or two for each format: the bundled ones, or those of a folder. */
final class DatasetFiles {

    /** The end of the name of a file with a format's long tables, which is compressed. */
    private static final String TABLES = "-tables.csv.gz";

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
            for (String name : names(format)) {
                try (InputStream in = new DigestInputStream(open(name), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
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
     * The files of a format: one, and perhaps one with long tables.
     *
     * @throws DatasetException if the first is missing, or if one has another header
     */
    List<CsvFile> files(Format format) throws IOException {
        List<CsvFile> files = new ArrayList<>();
        for (String name : names(format)) {
            files.add(CsvFile.of(name, format, () -> uncompressed(name)));
        }
        return files;
    }

    private List<String> names(Format format) {
        String name = format.name() + ".csv";
        if (folder != null && format.isAllowedToBeMissing() && !exists(name)) {
            return List.of();
        }
        String tables = format.name() + TABLES;
        // Long tables first: an empty table is filled faster.
        return exists(tables) ? List.of(tables, name) : List.of(name);
    }

    private boolean exists(String name) {
        return folder == null
                ? DatasetFiles.class.getResource("/dataset/" + name) != null
                : Files.exists(folder.resolve(name));
    }

    private InputStream uncompressed(String name) throws IOException {
        return name.endsWith(TABLES) ? new GZIPInputStream(open(name), 1 << 16) : open(name);
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
