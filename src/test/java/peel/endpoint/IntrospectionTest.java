package peel.endpoint;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static peel.testing.GraphQLClient.query;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.testing.PostgresResource;

/** What clients learn of the schema by asking for it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class IntrospectionTest {

    // Sections 3.13.1 to 3.13.4 of the specification; the service supports no other.
    @Test
    void listsTheDirectivesThatDoSomething() {
        assertEquals(
                Set.of("skip", "include", "deprecated", "specifiedBy"),
                Set.copyOf(query("{ __schema { directives { name } } }").all("__schema.directives.name")));
    }

    @Test
    void hasTheTypesOfTheSchemaFile() {
        TypeDefinitionRegistry file =
                new SchemaParser().parse(get("/graphql/schema.graphql").asString());
        Set<String> expected = new TreeSet<>(file.types().keySet());
        expected.addAll(file.scalars().keySet());
        Set<String> introspected = query("{ __schema { types { name } } }").all("__schema.types.name").stream()
                .filter(name -> !name.startsWith("__"))
                .collect(Collectors.toCollection(TreeSet::new));
        // The parser knows it of every schema.
        expected.remove("Float");
        assertEquals(expected, introspected);
    }

    @ParameterizedTest
    @CsvSource({
        "BigDecimal, https://www.rfc-editor.org/rfc/rfc8259#section-6",
        "Date, https://scalars.graphql.org/andimarek/local-date.html",
        "DateTime, https://www.rfc-editor.org/rfc/rfc3339#section-5.6"
    })
    void saysWhereTheFormatOfAScalarIsSpecified(String scalar, String url) {
        assertEquals(
                url,
                query("{ __type(name: \"%s\") { specifiedByURL } }".formatted(scalar))
                        .at("__type.specifiedByURL"));
        assertEquals(
                true,
                get("/graphql/schema.graphql")
                        .asString()
                        .contains("scalar " + scalar + " @specifiedBy(url : \"" + url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{ ... @defer { __typename } }", "query @experimental_disableErrorPropagation { __typename }"})
    void refusesADirectiveThatWouldDoNothing(String document) {
        given().contentType("application/json")
                .accept("application/graphql-response+json")
                .body("{\"query\": \"" + document + "\"}")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"))
                .body("errors[0].message", startsWith("The directive \"@"));
    }
}
