package peel.architecture;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class DescriptionsTest {

    private static final String EVERYTHING = """
            { __schema { types { name kind description
                fields { name description args { name description } }
                inputFields { name description }
                enumValues { name description } } } }
            """;

    @Test
    void describesEveryElementOfTheSchema() {
        List<Map<String, Object>> types = given().contentType("application/json")
                .body(Map.of("query", EVERYTHING))
                .post("/graphql")
                .then()
                .extract()
                .path("data.__schema.types");
        List<String> missing = new ArrayList<>();
        for (Map<String, Object> type : types) {
            String name = (String) type.get("name");
            if (name.startsWith("__") || "SCALAR".equals(type.get("kind"))) {
                continue;
            }
            if (!name.equals("Query")) {
                check(type, name, missing);
            }
            for (String part : List.of("fields", "inputFields", "enumValues")) {
                for (Map<String, Object> element : list(type, part)) {
                    String path = name + "." + element.get("name");
                    check(element, path, missing);
                    list(element, "args")
                            .forEach(argument -> check(argument, path + "(" + argument.get("name") + ")", missing));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static void check(Map<String, Object> element, String path, List<String> missing) {
        String description = (String) element.get("description");
        if (description == null || description.isBlank()) {
            missing.add(path);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> element, String part) {
        List<Map<String, Object>> found = (List<Map<String, Object>>) element.get(part);
        return found == null ? List.of() : found;
    }
}
