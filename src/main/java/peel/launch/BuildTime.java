package peel.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * When the program was built. It identifies the build: another build may give other answers to the same request and
 * expect other tables.
 */
public final class BuildTime {

    // Read while a native executable is built, so that the executable does not need the file.
    /** To the second. */
    public static final String VALUE = read();

    private BuildTime() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream file = BuildTime.class.getResourceAsStream("/build-time.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("time");
    }
}
