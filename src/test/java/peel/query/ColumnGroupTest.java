package peel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

/** Columns that an operation does not need are not read; those that it needs are, whichever field needs them. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ColumnGroupTest {

    private static final String JUDGMENTS = """
            {
              newest: judgments(orderBy: NEWEST_CYCLE, first: 50) { nodes { id %1$s } }
              printed: judgments(filter: { cycle: ["2014", "2015"] }, first: 50) { nodes { id %1$s } }
              corrected: judgments(filter: { corrected: true }, first: 50) { nodes { id %1$s } }
              forces(first: 3) { nodes { judgments { id %1$s } } }
              judgmentMatrix(cycle: "2015") { rows { cells { id %1$s } } }
            }
            """;

    /** With it, all columns are read. */
    private static final String ALL = "allRemarks: narrative allSources: source { url } allPlaces: knownFrom";

    @Test
    void eachFieldOfAJudgmentIsTheSameAloneAndWithAllOthers() {
        List<String> fields = fieldsOf("Judgment");
        assertTrue(fields.size() > 15, fields.toString());
        for (String field : fields) {
            assertSame(field);
        }
    }

    private static void assertSame(String field) {
        JsonNode alone = query(JUDGMENTS.formatted(field)).data();
        JsonNode others = query(JUDGMENTS.formatted(field + " " + ALL)).data();
        others.findParents("allRemarks")
                .forEach(node -> ((ObjectNode) node).remove(List.of("allRemarks", "allSources", "allPlaces")));
        assertEquals(others, alone, field);
    }

    /** The fields of a type that need no argument, with what has no argument of the objects that they lead to. */
    private static List<String> fieldsOf(String type) {
        List<String> fields = new ArrayList<>();
        for (JsonNode field : fields(type)) {
            String object = objectOf(field.path("type"));
            if (object == null) {
                fields.add(field.path("name").asText());
                continue;
            }
            List<String> leaves = new ArrayList<>();
            for (JsonNode leaf : fields(object)) {
                if (objectOf(leaf.path("type")) == null) {
                    leaves.add(leaf.path("name").asText());
                }
            }
            fields.add(field.path("name").asText() + " { __typename " + String.join(" ", leaves) + " }");
        }
        return fields;
    }

    private static List<JsonNode> fields(String type) {
        List<JsonNode> fields = new ArrayList<>();
        query("""
                { __type(name: "%s") { fields {
                  name args { type { kind } defaultValue }
                  type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
                } } }
                """.formatted(type)).data().at("/__type/fields").forEach(field -> {
            boolean isAskable = true;
            for (JsonNode argument : field.path("args")) {
                isAskable &= !argument.at("/type/kind").asText().equals("NON_NULL");
            }
            if (isAskable) {
                fields.add(field);
            }
        });
        return fields;
    }

    /** The name of the object or interface that a field leads to; null for a leaf. */
    private static String objectOf(JsonNode type) {
        JsonNode named = type;
        while (named.path("ofType").isObject()) {
            named = named.path("ofType");
        }
        return List.of("OBJECT", "INTERFACE", "UNION")
                        .contains(named.path("kind").asText())
                ? named.path("name").asText()
                : null;
    }
}
