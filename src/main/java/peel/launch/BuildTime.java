package peel.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * When the program was built, which tells one build from another: another may give other answers to
 * the same request, and expect other tables.
 */
public final class BuildTime {

    // Read while a native executable is built, so it needn't hold the file.
    /** The time, to the second. */
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
