package peel.endpoint.telemetry;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.endpoint.EndpointClient.client;
import static peel.endpoint.EndpointClient.post;
import static peel.endpoint.EndpointClient.postJson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.endpoint.EndpointClient;
import peel.testing.PostgresResource;

@QuarkusTest
@TestProfile(MetricsTest.FewOperations.class)
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class MetricsTest {

    /** Few operation names have series of their own. */
    public static class FewOperations implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("peel.endpoint.metrics-operations", "5");
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*(?=\\{)");

    /** Executes the operation before others take all places. */
    @BeforeEach
    void executeCounted() throws Exception {
        EndpointClient.awaitTag("query Counted { cycles { code } }");
    }

    @Test
    void countsRequestsByOperationAndOutcome() {
        String query = "query Counted { force(name: \"kent\") { name } }";
        double executed = requests("Counted", "executed");
        double kept = requests("Counted", "kept");
        double unchanged = requests("Counted", "unchanged");
        String tag = post(query).then().statusCode(200).extract().header("ETag");
        post(query).then().header("Cache-Status", equalTo("peel; hit"));
        client().header("If-None-Match", tag)
                .queryParam("query", query)
                .get("/graphql")
                .then()
                .statusCode(304);
        assertEquals(executed + 1, requests("Counted", "executed"));
        assertEquals(kept + 1, requests("Counted", "kept"));
        assertEquals(unchanged + 1, requests("Counted", "unchanged"));
        assertTrue(value("peel_graphql_requests_seconds_bucket{operation=\"Counted\",outcome=\"executed\",le=\"10.0\"}")
                >= 1);
    }

    @Test
    void countsErrorsByCode() {
        double before = value("peel_graphql_errors_total{code=\"GRAPHQL_VALIDATION_FAILED\"}");
        double failed = requests("other", "failed");
        post("query MadeUp { nope }").then().statusCode(400);
        assertEquals(before + 1, value("peel_graphql_errors_total{code=\"GRAPHQL_VALIDATION_FAILED\"}"));
        assertEquals(failed + 1, requests("other", "failed"));
        String deep = "{ force(name: \"gmp\") " + "{ judgments ".repeat(30) + "{ grade }" + " }".repeat(31);
        double limits = value("peel_graphql_errors_total{code=\"QUERY_TOO_DEEP\"}");
        post(deep).then().statusCode(400);
        assertEquals(limits + 1, value("peel_graphql_errors_total{code=\"QUERY_TOO_DEEP\"}"));
    }

    @Test
    void limitsTheSeriesThatClientsCanCreate() {
        for (int i = 0; i < 40; i++) {
            // A valid operation, an invalid one, and one that the document does not have.
            post("query Flood%d { __typename }".formatted(i)).then().statusCode(200);
            post("query Flooding%d { nope }".formatted(i)).then().statusCode(400);
            postJson(Map.of("query", "{ __typename }", "operationName", "Flooded" + i));
        }
        post("query " + "x".repeat(500) + " { __typename }").then().statusCode(200);
        Set<String> operations = Pattern.compile("operation=\"([^\"]*)\"")
                .matcher(metrics())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertTrue(operations.contains("other"), operations.toString());
        assertTrue(operations.size() <= 5 + 2, operations.toString());
    }

    @Test
    void showsTheDatasetAndThePool() {
        assertEquals(1, value("peel_dataset_revision"));
        double age = value("peel_dataset_age_seconds");
        assertTrue(age >= 0 && age < 600, age + " s");
        assertTrue(value("agroal_acquire_count_total{datasource=\"default\"}") > 0);
        assertEquals(64, value("peel_graphql_executing_limit"));
    }

    @Test
    void showsAllMetricsOfTheDashboard() throws Exception {
        post("{ nope }");
        post("query Shown { __typename }");
        Set<String> known = metrics()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
        JsonNode dashboard =
                new ObjectMapper().readTree(Path.of("docker/grafana/peel.json").toFile());
        Set<String> asked = new TreeSet<>();
        for (JsonNode target : dashboard.findValues("targets")) {
            for (JsonNode expression : target.findValues("expr")) {
                asked.addAll(NAME.matcher(expression.asText())
                        .results()
                        .map(MatchResult::group)
                        .toList());
            }
        }
        assertTrue(asked.size() > 15, asked.toString());
        asked.removeAll(known);
        assertEquals(Set.of(), asked);
        // The data source is chosen in Grafana.
        assertEquals(
                Set.of("${datasource}"),
                Set.copyOf(dashboard.findValuesAsText("uid").stream()
                        .filter(uid -> !uid.equals("peel-graphql"))
                        .toList()));
    }

    private static double requests(String operation, String outcome) {
        return value(
                "peel_graphql_requests_seconds_count{operation=\"%s\",outcome=\"%s\"}".formatted(operation, outcome));
    }

    private static double value(String series) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static String metrics() {
        Response response = get("/q/metrics");
        assertEquals(200, response.statusCode());
        return response.asString();
    }
}
