package peel.launch;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the launcher needs to know before Quarkus starts, from the places Quarkus reads (system
 * properties, environment, {@code .env}, {@code config/application.properties}, {@code
 * application.properties}) and under the profile it will run with.
 *
 * <p>The configuration is built for the launcher alone and never registered, so nothing that
 * Quarkus reads later is settled by it. In a native executable {@code ConfigProvider.getConfig()}
 * at this moment is still the one of the build.
 */
public final class Settings {

    /** The key of the JDBC URL. */
    public static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    /** The key of the database user. */
    public static final String USERNAME = "quarkus.datasource.username";

    /** The key of the database user's password. */
    public static final String PASSWORD = "quarkus.datasource.password";

    private static final String DRIVER_PROPERTIES = "quarkus.datasource.jdbc.additional-jdbc-properties.";
    private static final Set<String> DETAILED = Set.of("DEBUG", "TRACE", "ALL", "FINE", "FINER", "FINEST");

    private final SmallRyeConfig config;

    private Settings(SmallRyeConfig config) {
        this.config = config;
    }

    /**
     * Reads the settings as they are now.
     *
     * @param mappings the groups of settings that {@link #get} will be asked for
     * @return the settings
     * @throws io.smallrye.config.ConfigValidationException if a value can't be read or a key of the
     *     launcher is unknown
     */
    public static Settings read(Class<?>... mappings) {
        if (isDevMode()) {
            // Quarkus sets this only when it loads the application class, after us, and the profile
            // follows from it.
            LaunchMode.set(LaunchMode.DEVELOPMENT);
        }
        SmallRyeConfigBuilder builder = ConfigUtils.configBuilder();
        for (Class<?> mapping : mappings) {
            builder.withMapping(mapping);
        }
        return new Settings(builder.build());
    }

    /**
     * @return whether this is {@code quarkus:dev}
     */
    public static boolean isDevMode() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT || DevConsoleManager.getHotReplacementContext() != null;
    }

    /**
     * @return the configured JDBC URL, if there is one
     */
    public Optional<String> jdbcUrl() {
        return config.getOptionalValue(JDBC_URL, String.class).filter(url -> !url.isBlank());
    }

    /**
     * @return the configured database user, if there is one
     */
    public Optional<String> username() {
        return config.getOptionalValue(USERNAME, String.class);
    }

    /**
     * @return the configured password, if there is one
     */
    public Optional<String> password() {
        return config.getOptionalValue(PASSWORD, String.class);
    }

    /**
     * @return the properties that are handed to the driver beside those in the URL
     */
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
     * @return whether stack traces of failures that have a one-line explanation are wanted too: the
     *     log level, or that of the category {@code peel.start}, is DEBUG or finer
     */
    public boolean wantsTraces() {
        return config.getOptionalValue("quarkus.log.category.\"peel.start\".level", String.class)
                .or(() -> config.getOptionalValue("quarkus.log.level", String.class))
                .map(level -> DETAILED.contains(level.toUpperCase(Locale.ROOT)))
                .orElse(false);
    }

    /**
     * @return whether a log level is configured
     */
    public boolean hasLogLevel() {
        return config.getOptionalValue("quarkus.log.level", String.class).isPresent();
    }

    /**
     * @param mapping a group of settings, one of those that were read
     * @param <T> its type
     * @return their values
     */
    public <T> T get(Class<T> mapping) {
        return config.getConfigMapping(mapping);
    }
}
