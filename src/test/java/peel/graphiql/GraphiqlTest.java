package peel.graphiql;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class GraphiqlTest {

    @Test
    void redirectsTheRootAndTheShortAddressToThePage() {
        for (String address : List.of("/", "/graphiql")) {
            given().redirects()
                    .follow(false)
                    .get(address)
                    .then()
                    .statusCode(302)
                    .header("Location", endsWith("/graphiql/"));
        }
    }

    // OWASP's HTTP Headers Cheat Sheet.
    @Test
    void hasTheHeadersThatPagesNeed() {
        for (String path : List.of("/graphiql/", "/nowhere")) {
            given().get(path)
                    .then()
                    .contentType(containsString("text/html"))
                    .header("Content-Security-Policy", containsString("default-src 'self'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cross-Origin-Opener-Policy", "same-origin")
                    .header("Cross-Origin-Resource-Policy", "same-origin")
                    .header("Strict-Transport-Security", containsString("max-age="))
                    .header("Permissions-Policy", containsString("camera=()"));
        }
    }

    @Test
    void servesThePageAndEverythingThatItLoads() {
        String page = get("/graphiql/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .extract()
                .asString();
        List<String> parts = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(8, parts.size(), parts.toString());
        parts.forEach(part -> get("/graphiql/" + part).then().statusCode(200));
    }

    @Test
    void answersAllSixExampleQueries() {
        String script =
                get("/graphiql/examples.js").then().statusCode(200).extract().asString();
        List<String> queries = Pattern.compile("query: `([^`]+)`")
                .matcher(script)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(6, queries.size());
        for (String query : queries) {
            given().contentType("application/json")
                    .body(Map.of("query", query))
                    .post("/graphql")
                    .then()
                    .statusCode(200)
                    .body("errors", nullValue())
                    .body("data.values().first()", notNullValue());
        }
    }
}
