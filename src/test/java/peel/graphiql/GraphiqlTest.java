package peel.graphiql;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class GraphiqlTest {

    // Relative, so that it leads to the page behind a proxy with another path too (RFC 9110, section 10.2.2).
    @Test
    void redirectsTheShortAddressToThePage() {
        for (String method : List.of("GET", "HEAD")) {
            given().redirects()
                    .follow(false)
                    .request(method, "/graphiql")
                    .then()
                    .statusCode(302)
                    .header("Location", "graphiql/");
        }
    }

    // OWASP's HTTP Headers Cheat Sheet.
    @Test
    void hasTheHeadersThatPagesNeed() {
        given().get("/graphiql/")
                .then()
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                // GraphiQL's styles contain its fonts.
                .header("Content-Security-Policy", containsString("font-src 'self' data:"))
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Strict-Transport-Security", containsString("max-age="))
                .header("Permissions-Policy", containsString("camera=()"));
    }

    // RFC 8246 and RFC 9111, section 5.2.2.4: what does not change under its address is not asked for again, the page
    // is.
    @Test
    void servesThePageAndEverythingThatItLoads() {
        String page = get("/graphiql/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Cache-Control", "no-cache")
                .header("ETag", notNullValue())
                .extract()
                .asString();
        List<String> scripts = parts(page);
        assertEquals(8, scripts.size(), scripts.toString());
        for (String script : scripts) {
            assertTrue(script.matches("[\\w.-]+\\.[\\w-]{16}\\.(js|css)"), script);
            String content = get("/graphiql/" + script)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "public, max-age=31536000, immutable")
                    .header("Content-Encoding", "gzip")
                    .header("Vary", containsString("Accept-Encoding"))
                    .extract()
                    .asString();
            assertFalse(content.contains("sourceMappingURL"), script);
        }
    }

    @Test
    void confirmsWhatAClientHas() {
        for (String path : List.of(
                "/graphiql/", "/graphiql/" + parts(get("/graphiql/").asString()).get(0), "/favicon.ico")) {
            String tag = get(path).header("ETag");
            for (String condition : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                given().header("If-None-Match", condition)
                        .get(path)
                        .then()
                        .statusCode(304)
                        .header("ETag", tag)
                        .body(equalTo(""));
            }
            given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        }
    }

    // RFC 9110, section 8.8.3: other bytes have another tag.
    @Test
    void servesFilesUncompressedToo() {
        String path = "/graphiql/" + parts(get("/graphiql/").asString()).get(0);
        given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Encoding", nullValue())
                .header("ETag", not(get(path).header("ETag")));
    }

    // The bundle has a page of its own, which calls an address that does not exist, and 6 MB of source maps.
    @Test
    void hidesTheRestOfTheBundle() {
        for (String path : List.of(
                "/graphql-ui",
                "/graphql-ui/",
                "/graphql-ui/index.html",
                "/graphql-ui/graphiql.min.js",
                "/graphql-ui/graphiql.min.js.map",
                "/graphiql/graphiql.min.js.map",
                "/graphiql/graphiql.min.js",
                "/graphiql/index.html")) {
            get(path).then().statusCode(404);
        }
    }

    @Test
    void hasTheTwoFilesThatEverySiteHas() {
        get("/favicon.ico").then().statusCode(200).contentType("image/x-icon");
        // RFC 9309.
        get("/robots.txt")
                .then()
                .statusCode(200)
                .contentType(containsString("text/plain"))
                .body(containsString("User-agent: *"));
    }

    /** The addresses of the page's scripts and styles, relative to the page. */
    private static List<String> parts(String page) {
        return Pattern.compile("(?:<script src|stylesheet\" href)=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void answersAllExampleQueries() {
        String address = parts(get("/graphiql/").asString()).stream()
                .filter(part -> part.startsWith("examples."))
                .findFirst()
                .orElseThrow();
        String script =
                get("/graphiql/" + address).then().statusCode(200).extract().asString();
        List<String> queries = Pattern.compile("query: `([^`]+)`")
                .matcher(script)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(queries.size() > 1, script);
        for (String query : queries) {
            ValidatableResponse answer = given().contentType("application/json")
                    .body(Map.of("query", query))
                    .post("/graphql")
                    .then()
                    .statusCode(200)
                    .body("errors", nullValue())
                    .body("data.values().first()", notNullValue());
            if (query.contains("search(")) {
                answer.body("data.search.totalCount", greaterThan(0));
            }
        }
    }
}
