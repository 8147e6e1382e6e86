package peel.embedded;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An embedded server that another process runs.
 *
 * @param jdbcUrl the JDBC URL of the database {@code peel}
 * @param username the owner of the database
 * @param password the owner's password, which only users who may read the data folder know
 */
record RunningServer(String jdbcUrl, String username, String password) {

    /** The server on a data folder; empty unless it accepts connections. */
    static Optional<RunningServer> find(DataFolder folder) throws IOException {
        OptionalInt port = folder.postmasterFile().readyPort();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RunningServer(
                    PostgresServer.jdbcUrl(port.getAsInt(), PostgresServer.DATABASE),
                    PostgresServer.USER,
                    folder.readPassword()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
