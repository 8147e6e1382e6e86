package peel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

/** A named pipe (FIFO), which blocks whoever opens it for reading. Not on Windows. */
public final class NamedPipe {

    private NamedPipe() {}

    public static Path create(Path path) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", path.toString())
                        .inheritIO()
                        .start()
                        .waitFor());
        return path;
    }
}
