package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

/** Pages of a service whose limits are lower than its pages need, and that serves no GraphiQL. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(LimitedPagesTest.Limited.class)
class LimitedPagesTest {

    public static class Limited implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("peel.endpoint.max-cost", "10000", "peel.graphiql.enabled", "false");
        }
    }

    @Test
    void saysThatALimitIsTooLowForAPage() {
        HttpResponse<byte[]> refused = PageClient.get("/");
        String page = PageClient.text(refused);
        assertEquals(503, refused.statusCode());
        assertTrue(page.contains("configured with a limit"), page);
        assertTrue(page.contains("the limit is 10000"), page);
        assertTrue(page.contains("<nav"), page);
    }

    @Test
    void doesNotLinkToAGraphiqlThatIsNotServed() {
        for (String path : List.of("/", "/api", "/search", "/nowhere")) {
            assertFalse(PageClient.text(PageClient.get(path)).contains("graphiql"), path);
        }
        assertEquals(200, PageClient.get("/api").statusCode());
    }
}
