package peel.importing;

import java.io.IOException;
import java.sql.SQLException;

/** Rows of one format, read once from the first to the last: a CSV file, or what a report says. */
interface RowSource {

    /** Takes rows as they are read. */
    interface RowSink {
        void accept(Row row) throws SQLException;
    }

    /** The file's name, for messages and for the revision. */
    String name();

    /** Whether the rows have a column that may be left out. */
    boolean has(String optionalColumn);

    /**
     * Hands over each row.
     *
     * @param problems takes what is malformed where reading can go on behind it
     * @throws DatasetException where it can't
     */
    void read(Problems problems, RowSink rows) throws IOException, SQLException;
}
