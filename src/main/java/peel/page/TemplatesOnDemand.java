package peel.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.Reader;
import java.util.Optional;

/**
 * Has each template parsed when it is used first. Qute parses all of them when it starts, which a native executable
 * would do for a tenth of its start; so at that time it is given empty ones, which it then forgets.
 */
@Singleton
class TemplatesOnDemand {

    private volatile boolean starting = true;

    private final class EmptyTemplates implements TemplateLocator {

        @Override
        public int getPriority() {
            return DEFAULT_PRIORITY + 1;
        }

        @Override
        public Optional<TemplateLocation> locate(String id) {
            return starting ? Optional.of(new EmptyTemplate()) : Optional.empty();
        }
    }

    private static final class EmptyTemplate implements TemplateLocator.TemplateLocation {

        @Override
        public Reader read() {
            return Reader.nullReader();
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.empty();
        }
    }

    void configure(@Observes EngineBuilder builder) {
        builder.addLocator(new EmptyTemplates());
    }

    void started(@Observes Engine engine) {
        starting = false;
        engine.clearTemplates();
    }
}
