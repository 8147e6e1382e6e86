package peel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A test of the PostgreSQL that the service brings: skipped where the packaging under test, native
 * or for a container, brings none.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "peel.LaunchedService#bringsPostgres",
        disabledReason = "this packaging (native, container) brings no PostgreSQL")
@interface NeedsEmbeddedPostgres {}
