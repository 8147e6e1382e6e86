package peel.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import peel.importing.format.Format;

/** Writes stored rows as CSV files, whose import changes nothing. */
public final class Export {

    private Export() {}

    /**
     * Writes all rows of a format in a fixed order, streaming.
     *
     * @param out receives UTF-8 and stays open
     * @return the number of rows
     */
    public static long write(Connection connection, Format format, OutputStream out) throws SQLException, IOException {
        return copy(connection, format.exportQuery(), "format csv, header", out);
    }

    /**
     * Writes the rows of a query as CSV without a header, streaming.
     *
     * @param out receives UTF-8 and stays open; when it throws, PostgreSQL is told to end the query
     * @return the number of rows
     */
    public static long writeRows(Connection connection, String query, OutputStream out)
            throws SQLException, IOException {
        return copy(connection, query, "format csv", out);
    }

    private static long copy(Connection connection, String query, String options, OutputStream out)
            throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (" + options + ", encoding 'UTF8')", out);
    }
}
