package peel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import peel.endpoint.EndpointClient;
import peel.testing.PostgresResource;

/** The service's own pages and those of allowed origins, where a proxy ends TLS. */
@QuarkusTest
@TestProfile(BehindProxy.class)
@WithTestResource(PostgresResource.class)
class CorsTest {

    @Test
    void alwaysAllowsTheServicesOwnOrigin() {
        // TLS ends at a proxy that passes the host on, or says where the request was sent, or is configured.
        List<RequestSpecification> own = List.of(
                given().header("Host", "peel.example").header("Origin", "https://peel.example"),
                given().header("Host", "peel.example").header("Origin", "http://peel.example"),
                given().header("Host", "upstream")
                        .header("X-Forwarded-Host", "peel.example")
                        .header("X-Forwarded-Proto", "https")
                        .header("Origin", "https://peel.example"),
                given().header("Host", "upstream").header("Origin", "http://public.example"),
                given().header("Host", "upstream")
                        .header("Origin", "https://whatever.example")
                        .header("Sec-Fetch-Site", "same-origin"));
        for (RequestSpecification request : own) {
            post(request).statusCode(200).header("Access-Control-Allow-Origin", nullValue());
        }
        post(given().header("Host", "upstream").header("Origin", "https://peel.example"))
                .statusCode(403);
        post(given().header("Host", "public.example").header("Origin", "https://x://public.example"))
                .statusCode(403);
    }

    // Fetch, section 3.3: CORS protocol.
    @Test
    void answersAPreflightForTwoHours() {
        given().header("Origin", "http://friend.example")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "http://friend.example")
                .header("Access-Control-Allow-Headers", "content-type")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Max-Age", "7200")
                .header("Vary", containsString("Origin"));
    }

    @Test
    void exposesWhatClientsNeedForCachingAndRetrying() {
        post(given().header("Origin", "http://friend.example").header("Sec-Fetch-Site", "cross-site"))
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "http://friend.example")
                .header("Access-Control-Expose-Headers", "ETag,Retry-After,Cache-Status");
    }

    // Fetch, section 3.3.5, and RFC 9110, section 12.5.5: also without Origin, and for every kind of answer.
    @Test
    void variesByOriginEverywhere() throws Exception {
        EndpointClient.awaitTag("{ cycles { code } }");
        for (String origin : new String[] {null, "http://friend.example", "http://elsewhere.example"}) {
            for (String path : List.of(
                    "/graphql?query=%7Bcycles%7Bcode%7D%7D",
                    "/graphql?query=%7Bnope%7D",
                    "/graphql",
                    "/graphql/schema.graphql",
                    "/graphql/nowhere",
                    "/graphiql",
                    "/graphiql/",
                    "/favicon.ico",
                    "/robots.txt",
                    "/nowhere")) {
                RequestSpecification request = given().redirects().follow(false).urlEncodingEnabled(false);
                if (origin != null) {
                    request.header("Origin", origin);
                }
                request.get(path).then().header("Vary", containsString("Origin"));
            }
        }
        given().queryParam("query", "{ cycles { code } }")
                .get("/graphql")
                .then()
                .header("Vary", "Accept, Accept-Encoding, Origin");
    }

    // RFC 5861; RFC 9111, section 5.2.2.2: must-revalidate would forbid stale answers.
    @Test
    void allowsCachesToUseStaleAnswersAsConfigured() throws Exception {
        EndpointClient.awaitTag("{ cycles { code } }");
        given().queryParam("query", "{ cycles { code } }")
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=60, stale-while-revalidate=30, stale-if-error=86400");
    }

    private static ValidatableResponse post(RequestSpecification request) {
        return request.contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql")
                .then();
    }
}
