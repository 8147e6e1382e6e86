package peel.download;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import peel.download.table.Archive;
import peel.download.table.CsvwMetadata;
import peel.download.table.DataPackage;
import peel.download.table.DataState;
import peel.download.table.Table;
import peel.download.table.Tables;

/**
 * What can be downloaded.
 *
 * @param path the address
 * @param disposition the value of {@code Content-Disposition}
 * @param isText whether compression makes it smaller
 */
record Download(String path, String mediaType, String disposition, boolean isText, Content content) {

    /** The folder of all downloads. */
    static final String FOLDER = "/data/";

    /** The folder of the tables that {@code import} reads. */
    static final String TABLES = FOLDER + "tables/";

    /** The file with the metadata of all CSV files. */
    static final String METADATA = "csv-metadata.json";

    /** Writes what is downloaded, from one snapshot of the database. */
    interface Content {
        void write(Connection connection, DataState state, OutputStream out) throws SQLException, IOException;
    }

    /** All downloads. */
    static List<Download> all() {
        List<Download> all = new ArrayList<>();
        all.add(new Download(FOLDER + "peel.zip", "application/zip", attachment("peel.zip"), false, Archive::write));
        all.add(description("datapackage.json", "application/json", DataPackage::json));
        all.add(description(METADATA, "application/csvm+json", CsvwMetadata::json));
        Tables.ALL.forEach(table -> all.add(csv(table)));
        return all;
    }

    boolean isCsv() {
        return mediaType.startsWith("text/csv");
    }

    private static Download csv(Table table) {
        String name = table.path().substring(table.path().lastIndexOf('/') + 1);
        // Two tables are called observations.csv.
        String file = name.equals(table.path()) ? "peel-" + name : name;
        return new Download(
                FOLDER + table.path(),
                "text/csv; charset=utf-8; header=present",
                attachment(file),
                true,
                (connection, state, out) -> table.write(connection, out));
    }

    private interface Description {
        byte[] json(DataState state);
    }

    private static Download description(String name, String mediaType, Description description) {
        return new Download(
                FOLDER + name,
                mediaType,
                "inline; filename=\"" + name + "\"",
                true,
                (connection, state, out) -> out.write(description.json(state)));
    }

    private static String attachment(String file) {
        return "attachment; filename=\"" + file + "\"";
    }
}
