package peel.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Reads configuration without starting Quarkus. */
public final class TestSettings {

    private TestSettings() {}

    /** The defaults of a mapping's keys, with some overridden. */
    public static <T> T of(Class<T> mapping, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(mapping);
    }
}
