package peel.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.endpoint.EndpointClient;
import peel.endpoint.RawConnection;
import peel.testing.PostgresResource;

/** Requests whose bytes come again. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RepeatedRequestsTest {

    private static final String KEPT = "Cache-Status: peel; hit\r\n";

    private RawConnection connection;

    @BeforeEach
    void connect() throws Exception {
        EndpointClient.awaitTag("{ cycles { code } }");
        connection = new RawConnection();
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void getTheSameBytesUndecoded() throws IOException {
        String request = RawConnection.get("query Repeated { force(name: \"kent\") { slug } }");
        connection.exchange(request);
        String kept = connection.exchange(request);
        assertTrue(kept.contains(KEPT), kept);
        double before = hits();
        double counted = counted("Repeated", "kept");
        for (int i = 0; i < 5; i++) {
            assertEquals(kept, connection.exchange(request));
        }
        assertEquals(before + 5, hits());
        assertEquals(counted + 5, counted("Repeated", "kept"));
        assertTrue(kept.endsWith("{\"data\":{\"force\":{\"slug\":\"kent\"}}}"), kept);
    }

    @Test
    void getTheSameBytesForAPost() throws IOException {
        String request = post("{\"query\":\"{ force(name: \\\"essex\\\") { slug } }\"}");
        connection.exchange(request);
        String kept = connection.exchange(request);
        double before = hits();
        assertEquals(kept, connection.exchange(request));
        assertEquals(before + 1, hits());
        // The same head with another body of the same length.
        String other = connection.exchange(request.replace("essex", "wales"));
        assertFalse(other.contains("\"essex\""), other);
    }

    @Test
    void getTheSamePage() throws IOException {
        String request = "GET /forces HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
        connection.exchange(request);
        String kept = connection.exchange(request);
        double before = hits();
        double counted = metric("peel_pages_seconds_count\\{outcome=\"kept\",page=\"forces\"\\}");
        assertEquals(kept, connection.exchange(request));
        assertEquals(before + 1, hits());
        assertEquals(counted + 1, metric("peel_pages_seconds_count\\{outcome=\"kept\",page=\"forces\"\\}"));
        assertTrue(kept.contains("Content-Security-Policy"), kept);
    }

    @Test
    void areToldThatNothingHasChanged() throws IOException {
        String query = "{ force(name: \"surrey\") { slug } }";
        connection.exchange(RawConnection.get(query));
        Matcher tag = Pattern.compile("(?i)etag: (\"[^\"]+\")").matcher(connection.exchange(RawConnection.get(query)));
        assertTrue(tag.find());
        String conditional =
                RawConnection.get(query).replace("\r\n\r\n", "\r\nIf-None-Match: " + tag.group(1) + "\r\n\r\n");
        String unchanged = connection.exchange(conditional);
        assertTrue(unchanged.startsWith("HTTP/1.1 304 "), unchanged);
        double before = hits();
        assertEquals(unchanged, connection.exchange(conditional));
        assertEquals(before + 1, hits());
    }

    @Test
    void areDecodedWhenAHeaderDiffers() throws IOException {
        String request = RawConnection.get("{ force(name: \"norfolk\") { slug } }");
        connection.exchange(request);
        connection.exchange(request);
        String compressed = connection.exchange(request.replace("\r\n\r\n", "\r\nAccept: application/json\r\n\r\n"));
        assertTrue(compressed.contains("application/json"), compressed);
        double before = hits();
        String refused = connection.exchange(request.replace("\r\n\r\n", "\r\nAccept: image/png\r\n\r\n"));
        assertTrue(refused.startsWith("HTTP/1.1 406 "), refused);
        assertEquals(before, hits());
    }

    @Test
    void areNeverErrors() throws IOException {
        String request = RawConnection.get("{ nope }");
        connection.exchange(request);
        connection.exchange(request);
        double before = hits();
        String refused = connection.exchange(request);
        assertTrue(refused.contains("GRAPHQL_VALIDATION_FAILED"), refused);
        assertEquals(before, hits());
    }

    @Test
    void areAnsweredInOrderBesideOthers() throws IOException {
        String kent = RawConnection.get("{ force(name: \"kent\") { slug } }");
        String essex = RawConnection.get("{ force(name: \"essex\") { slug } }");
        for (int i = 0; i < 3; i++) {
            assertTrue(connection.exchange(kent).endsWith("\"kent\"}}}"));
            assertTrue(connection.exchange(essex).endsWith("\"essex\"}}}"));
        }
        // Two at once, then one in two parts.
        connection.send(kent + essex);
        assertTrue(connection.receive().endsWith("\"kent\"}}}"));
        assertTrue(connection.receive().endsWith("\"essex\"}}}"));
        connection.send(kent.substring(0, 20));
        connection.send(kent.substring(20) + essex.substring(0, 10));
        assertTrue(connection.receive().endsWith("\"kent\"}}}"));
        connection.send(essex.substring(10));
        assertTrue(connection.receive().endsWith("\"essex\"}}}"));
        assertTrue(connection.exchange(kent).endsWith("\"kent\"}}}"));
    }

    private static String post(String body) {
        return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static double hits() {
        return metric("cache_gets_total\\{[^}]*cache=\"exchanges\"[^}]*result=\"hit\"[^}]*\\}");
    }

    private static double counted(String operation, String outcome) {
        return metric("peel_graphql_requests_seconds_count\\{operation=\"%s\",outcome=\"%s\"\\}"
                .formatted(operation, outcome));
    }

    private static double metric(String pattern) {
        String metrics = RestAssured.get("/q/metrics").asString();
        Matcher value =
                Pattern.compile("^" + pattern + " (\\S+)$", Pattern.MULTILINE).matcher(metrics);
        assertTrue(value.find(), metrics);
        return Double.parseDouble(value.group(1));
    }
}
