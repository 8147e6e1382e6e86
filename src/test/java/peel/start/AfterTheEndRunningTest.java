package peel.start;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

/** What the console doesn't leave out while the application runs. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class AfterTheEndRunningTest {

    @Test
    void whatAnEventLoopThrows() {
        assertTrue(new AfterTheEnd()
                .isLoggable(AfterTheEndTest.entry(AfterTheEndTest.VERTX, new IllegalStateException("a fault"))));
    }
}
