package peel.start;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Natively Flyway isn't made at every start, only to find that no action is configured: {@link
 * DatabaseCheck} asks for it where there may be something to migrate.
 */
@TargetClass(className = "io.quarkus.flyway.runtime.FlywayRecorder")
final class LazyFlyway {

    @Substitute
    public void doStartActions(String dataSource) {
        // None is configured.
    }
}
