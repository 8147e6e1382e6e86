package peel.launch;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.quarkus.runtime.configuration.QuarkusConfigBuilderCustomizer;
import io.smallrye.config.PropertiesLocationConfigSourceFactory;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings that the launcher needs before Quarkus starts, from the sources that Quarkus reads (system properties,
 * environment, {@code .env}, {@code config/application.properties}, {@code application.properties}, and the files that
 * {@code quarkus.config.locations} names) and with the profile that Quarkus will use.
 *
 * <p>The configuration is built for the launcher alone and never registered, so it does not influence what Quarkus
 * reads later. In a native executable, {@code ConfigProvider.getConfig()} still returns the configuration of the build
 * at this moment.
 */
public final class Settings {

    public static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    public static final String USERNAME = "quarkus.datasource.username";
    public static final String PASSWORD = "quarkus.datasource.password";

    private static final String DRIVER_PROPERTIES = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    /** That of the converters of Quarkus. */
    private static final int PRIORITY = 200;

    private static final Set<String> DETAILED = Set.of("DEBUG", "TRACE", "ALL", "FINE", "FINER", "FINEST");

    private final SmallRyeConfig config;

    private Settings(SmallRyeConfig config) {
        this.config = config;
    }

    /**
     * Reads the current settings.
     *
     * @param mappings the groups of settings that {@link #get} can return
     * @throws io.smallrye.config.ConfigValidationException if a value cannot be read or a key of the groups is unknown
     */
    public static Settings read(Class<?>... mappings) {
        if (isDevMode()) {
            // The profile depends on the launch mode, which Quarkus sets later, when it loads the application class.
            LaunchMode.set(LaunchMode.DEVELOPMENT);
        }
        // Nothing is discovered: that serves settings of Quarkus alone, and took a quarter of the time.
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .forClassLoader(Thread.currentThread().getContextClassLoader())
                .withCustomizers(new QuarkusConfigBuilderCustomizer())
                .withConverter(Duration.class, PRIORITY, new DurationConverter())
                .withConverter(MemorySize.class, PRIORITY, new MemorySizeConverter())
                .withConverter(Path.class, PRIORITY, new PathConverter())
                .addDefaultInterceptors()
                .addDefaultSources()
                .withSources(new PropertiesLocationConfigSourceFactory());
        for (Class<?> mapping : mappings) {
            builder.withMapping(mapping);
        }
        return new Settings(builder.build());
    }

    /** Whether the service runs in {@code quarkus:dev}. */
    public static boolean isDevMode() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT || DevConsoleManager.getHotReplacementContext() != null;
    }

    /** The configured JDBC URL; empty also if the value is blank. */
    public Optional<String> jdbcUrl() {
        return config.getOptionalValue(JDBC_URL, String.class).filter(url -> !url.isBlank());
    }

    public Optional<String> username() {
        return config.getOptionalValue(USERNAME, String.class);
    }

    public Optional<String> password() {
        return config.getOptionalValue(PASSWORD, String.class);
    }

    /** The properties that the driver gets in addition to those in the URL. */
    public Map<String, String> driverProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(DRIVER_PROPERTIES)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> properties.put(
                                name.substring(DRIVER_PROPERTIES.length()).replace("\"", ""), value));
            }
        }
        return properties;
    }

    /**
     * Whether to print the stack trace even of a failure that is explained in one line: whether the log level, or that
     * of the category {@code peel.start}, is DEBUG or finer.
     */
    public boolean wantsTraces() {
        return config.getOptionalValue("quarkus.log.category.\"peel.start\".level", String.class)
                .or(() -> config.getOptionalValue("quarkus.log.level", String.class))
                .map(level -> DETAILED.contains(level.toUpperCase(Locale.ROOT)))
                .orElse(false);
    }

    /** How long the service may take to end after a signal: as long as requests may, and the time for closing. */
    public Duration shutdownBound() {
        return shutdownTime("delay").plus(shutdownTime("timeout")).plus(ShutdownBound.CLOSING);
    }

    private Duration shutdownTime(String name) {
        try {
            return config.getOptionalValue("quarkus.shutdown." + name, Duration.class)
                    .orElse(Duration.ZERO);
        } catch (IllegalArgumentException e) {
            // Quarkus will not start with the wrong value, and says why.
            return Duration.ZERO;
        }
    }

    public boolean hasLogLevel() {
        return config.getOptionalValue("quarkus.log.level", String.class).isPresent();
    }

    /**
     * @param mapping one of the groups that were passed to {@link #read}
     */
    public <T> T get(Class<T> mapping) {
        return config.getConfigMapping(mapping);
    }
}
