package peel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The file {@code postmaster.pid} of a server that runs or was killed. PostgreSQL documents its lines. */
record PostmasterFile(Path path) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    boolean exists() {
        return Files.exists(path);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /**
     * The executable file of the process with the server's id, which may be another program by now. Empty if there is
     * no such process or it cannot be inspected.
     */
    Optional<String> program() throws IOException {
        try {
            long pid = Long.parseLong(
                    Files.readString(path).lines().findFirst().orElse("").strip());
            return ProcessHandle.of(pid).flatMap(process -> process.info().command());
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The server's port; empty unless the server accepts connections. */
    OptionalInt readyPort() throws IOException {
        try {
            List<String> lines = Files.readAllLines(path);
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready")
                    ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                    : OptionalInt.empty();
        } catch (NoSuchFileException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
