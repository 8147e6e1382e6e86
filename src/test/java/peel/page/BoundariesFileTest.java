package peel.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class BoundariesFileTest {

    private static final String PATH = "/boundaries/police-force-areas.geojson";

    @Test
    void hasEachForceByTheSlugAndCodeThatTheApiHas() throws Exception {
        JsonNode areas = new ObjectMapper()
                .readTree(given().header("Accept-Encoding", "identity")
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .contentType("application/geo+json")
                        .extract()
                        .asByteArray());
        assertTrue(areas.at("/attribution").asText().contains("Open Government Licence"));
        Map<String, String> mapped = new TreeMap<>();
        for (JsonNode area : areas.at("/features")) {
            mapped.put(
                    area.at("/properties/force").asText(),
                    area.at("/properties/ons_code").asText());
            // RFC 7946, section 3.1.6: rings are closed.
            for (JsonNode polygon : area.at("/geometry/coordinates")) {
                for (JsonNode ring : polygon) {
                    assertEquals(ring.get(0), ring.get(ring.size() - 1));
                }
            }
        }
        Map<String, String> forces = new TreeMap<>();
        for (Answer force :
                query("{ forces(first: 100) { nodes { slug onsCode } } }").each("forces.nodes")) {
            forces.put(force.at("slug"), force.at("onsCode"));
        }
        assertEquals(forces, mapped);
    }

    @Test
    void isCompressedAndCached() {
        given().header("Accept-Encoding", "gzip")
                .head(PATH)
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", "public, max-age=86400");
    }
}
