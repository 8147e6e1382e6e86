package peel.importing.input;

import java.io.IOException;
import java.sql.SQLException;

/** Rows of one format, which can be read once: those of a CSV file, or facts read in a report. */
public interface RowSource {

    /** Consumes the rows. */
    interface RowConsumer {
        void accept(InputRow row) throws SQLException;
    }

    /** The file's name, for messages and for the revision. */
    String name();

    /** Whether the rows have an optional column. */
    boolean has(String optionalColumn);

    /**
     * Passes each row to the consumer.
     *
     * @param problems collects errors after which reading can continue
     * @throws DatasetException for an error after which reading cannot continue
     */
    void read(Problems problems, RowConsumer rows) throws IOException, SQLException;
}
