package peel.start;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Natively Hibernate is started by whoever needs it first, an import or the first check of a build:
 * queries don't go through it, and its start is half of the service's. {@code
 * JPAConfig.LazyPersistenceUnit} starts it then.
 */
@TargetClass(className = "io.quarkus.hibernate.orm.runtime.JPAConfig")
final class LazyPersistenceUnits {

    @Substitute
    void startAll() {
        // Later.
    }
}
