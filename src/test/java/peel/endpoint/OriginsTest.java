package peel.endpoint;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.testing.PostgresResource;

/** Which pages may send requests, without any configuration. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class OriginsTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    // Fetch Metadata, section 2.2. A proxy that sends the upstream's host is nginx's default and Vite's changeOrigin.
    @Test
    void believesSecFetchSiteWhateverTheHostIs() {
        for (String site : new String[] {"same-origin", "none"}) {
            post(given().header("Origin", "https://peel.example").header("Sec-Fetch-Site", site))
                    .statusCode(200);
        }
        for (String site : new String[] {"same-site", "cross-site", "unheard-of"}) {
            post(given().header("Origin", "http://localhost:" + RestAssured.port)
                            .header("Sec-Fetch-Site", site))
                    .statusCode(403)
                    .body("errors[0].extensions.code", equalTo("CROSS_SITE_REQUEST"));
        }
    }

    // RFC 6454, section 4. Browsers send Sec-Fetch-Site only to services with TLS and to localhost.
    @Test
    void comparesTheOriginWithTheHostOtherwise() {
        post(given().header("Host", "peel.example").header("Origin", "http://peel.example"))
                .statusCode(200);
        // A proxy ends TLS.
        post(given().header("Host", "peel.example").header("Origin", "https://peel.example"))
                .statusCode(200);
        for (String origin : new String[] {
            "https://x://peel.example",
            "https://elsewhere.example",
            "http://peel.example:81",
            "null",
            "http://xpeel.example"
        }) {
            post(given().header("Host", "peel.example").header("Origin", origin))
                    .statusCode(403);
        }
    }

    // Fetch Metadata, section 2: a link that somebody follows.
    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void answersALinkOfAnotherSiteWithJson(String site) {
        given().accept(BROWSER)
                .header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("data.__typename", equalTo("Query"));
    }

    @ParameterizedTest
    @CsvSource({"navigate, iframe", "no-cors, image", "no-cors, script", "cors, empty"})
    void refusesWhatAPageOfAnotherSiteLoads(String mode, String destination) {
        given().accept(BROWSER)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", mode)
                .header("Sec-Fetch-Dest", destination)
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAFormOfAnotherSite() {
        given().header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql")
                .then()
                .statusCode(403);
    }

    @Test
    void leadsABrowserWithoutAQueryToGraphiql() {
        for (String method : new String[] {"GET", "HEAD"}) {
            given().redirects()
                    .follow(false)
                    .accept(BROWSER)
                    .request(method, "/graphql")
                    .then()
                    .statusCode(302)
                    .header("Location", "graphiql/")
                    .header("Vary", containsString("Accept"));
        }
        given().redirects()
                .follow(false)
                .accept(BROWSER)
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200);
        given().accept("*/*").get("/graphql").then().statusCode(400);
    }

    @Test
    void hasNoHeadersOfCorsUnlessItIsEnabled() {
        given().queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .header("Vary", "Accept, Accept-Encoding")
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static ValidatableResponse post(RequestSpecification request) {
        return request.accept("application/graphql-response+json")
                .contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql")
                .then();
    }
}
