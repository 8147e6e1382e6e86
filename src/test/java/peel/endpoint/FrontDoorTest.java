package peel.endpoint;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static peel.endpoint.EndpointClient.client;
import static peel.endpoint.EndpointClient.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class FrontDoorTest {

    @Test
    void servesOnlyTheEndpointAndTheSchema() {
        for (String path : List.of(
                "/graphql/x", "/graphql/schema.json", "/graphql/schema", "/q/graphql", "/graphql;x", "/GraphQL")) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(404);
        }
        given().put("/graphql").then().statusCode(405).header("Allow", "GET, POST");
        given().options("/graphql").then().statusCode(405);
    }

    @Test
    void acceptsRequestsFromItsOwnOrigin() {
        client().header("Origin", "http://localhost:" + RestAssured.port)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql")
                .then()
                .statusCode(200);
        client().header("Sec-Fetch-Site", "none")
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void decodesGetParametersOnce() {
        client().urlEncodingEnabled(false)
                .get("/graphql?query=%7Bforce(name%3A%22a%252Bb%2B%22)%7Bname%7D%20__typename%7D")
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"));
    }

    @Test
    void acceptsTheIntrospectionOfGraphiql() {
        post(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY)
                .then()
                .statusCode(200)
                .body("data.__schema.queryType.name", equalTo("Query"));
    }
}
