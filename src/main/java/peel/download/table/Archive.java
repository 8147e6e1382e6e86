package peel.download.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All tables and their descriptions in one file, which depends on nothing but the state of the data and the build. */
public final class Archive {

    private Archive() {}

    /**
     * Writes the archive, streaming. After an exception nothing more is written, so that what was written is no archive.
     *
     * @param connection in the transaction of one snapshot, of which the state was read
     * @param out is closed at the end
     */
    public static void write(Connection connection, DataState state, OutputStream out)
            throws SQLException, IOException {
        Entries entries = new Entries(state, out);
        entries.add("README.md", DatasetText.readme(state).getBytes(UTF_8));
        entries.add("CITATION.cff", DatasetText.citation(state).getBytes(UTF_8));
        entries.add("datapackage.json", DataPackage.json(state));
        entries.add("csv-metadata.json", CsvwMetadata.json(state));
        for (Table table : Tables.ALL) {
            entries.begin(table.path());
            table.write(connection, entries.zip);
            entries.zip.closeEntry();
        }
        entries.zip.close();
    }

    private record Entries(DataState state, ZipOutputStream zip) {

        Entries(DataState state, OutputStream out) {
            this(state, new ZipOutputStream(out, UTF_8));
            zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        }

        void begin(String name) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            // A time without a zone, as the format has it: independent of the server's time zone.
            entry.setTimeLocal(state.since());
            zip.putNextEntry(entry);
        }

        void add(String name, byte[] content) throws IOException {
            begin(name);
            zip.write(content);
            zip.closeEntry();
        }
    }
}
