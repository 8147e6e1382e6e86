package peel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Skips a test where the packaging under test, native or for a container, does not contain the embedded PostgreSQL. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "peel.LaunchedService#hasEmbeddedPostgres",
        disabledReason = "this packaging (native, container) does not contain the embedded PostgreSQL")
@interface NeedsEmbeddedPostgres {}
