package peel.start;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The settings of Quarkus that depend on the state of the database (see {@link FastStart}); they precede all others. */
public final class StartSettings implements ConfigSource {

    private static final Set<String> SWITCHES = Set.of("quarkus.hibernate-orm.active", "quarkus.flyway.active");

    /** That of system properties is 400. */
    private static final int ORDINAL = 500;

    /** For Quarkus, which finds the class in {@code META-INF/services}. */
    public StartSettings() {}

    @Override
    public String getName() {
        return "state of the database";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public Set<String> getPropertyNames() {
        return SWITCHES;
    }

    @Override
    public @Nullable String getValue(String name) {
        if (!SWITCHES.contains(name)) {
            return null;
        }
        DatabaseOpening.await();
        return FastStart.isActive() ? "false" : null;
    }
}
