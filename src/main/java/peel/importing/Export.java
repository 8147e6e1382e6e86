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
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + format.exportQuery() + ") to stdout (format csv, header, encoding 'UTF8')", out);
    }
}
