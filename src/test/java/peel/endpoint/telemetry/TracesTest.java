package peel.endpoint.telemetry;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.endpoint.EndpointClient.client;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peel.endpoint.persisted.DocumentHash;
import peel.testing.PostgresResource;
import peel.testing.TraceCollector;

@QuarkusTest
@WithTestResource(TraceCollector.class)
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "traces"))
class TracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TraceCollector.Collector
    String collector;

    @Test
    void sendsARequestAndItsStatementsInTheTraceOfTheCaller() throws Exception {
        String query = "query Traced($force: String!) { force(name: $force) { slug } }";
        client().contentType("application/json")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .body(Map.of("query", query, "variables", Map.of("force", "cumbria")))
                .post("/graphql")
                .then()
                .statusCode(200);
        List<String> expected = List.of(
                "query Traced",
                "graphql.operation.name",
                "graphql.document.hash",
                DocumentHash.of(query),
                "from force");
        byte[] trace = HexFormat.of().parseHex(TRACE);
        String inTrace = new String(trace, StandardCharsets.ISO_8859_1);
        long deadline = System.nanoTime() + 20_000_000_000L;
        String received = "";
        while (System.nanoTime() < deadline) {
            received = new String(given().get(collector).asByteArray(), StandardCharsets.ISO_8859_1);
            String soFar = received;
            if (expected.stream().allMatch(soFar::contains)
                    // The span of the server, the span of the endpoint, and at least two statements.
                    && soFar.split(inTrace, -1).length > 4) {
                assertTrue(!soFar.contains("cumbria"), "values of variables must not be sent");
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(received.replaceAll("[^ -~]+", " "));
    }
}
