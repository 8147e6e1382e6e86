package peel.start;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

/** While the application runs. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class AfterShutdownFilterRunningTest {

    @Test
    void showsExceptionsOfEventLoops() {
        assertTrue(new AfterShutdownFilter()
                .isLoggable(AfterShutdownFilterTest.entry(
                        AfterShutdownFilterTest.VERTX, new IllegalStateException("a fault"))));
    }
}
