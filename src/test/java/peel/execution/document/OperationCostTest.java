package peel.execution.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import peel.testing.TestSettings;

/** What operations on the service's schema cost, computed from the declared weights. */
class OperationCostTest {

    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser()
                            .parse(Path.of("src/main/graphql/schema.graphql").toFile()),
                    RuntimeWiring.MOCKED_WIRING);

    private static final String REPORT = "report(force: \"kent\", cycle: \"2015\") ";

    private static long cost(String text) {
        return cost(text, Map.of(), Map.of());
    }

    private static long cost(String text, Map<String, Object> variables, Map<String, String> settings) {
        Document document = Parser.parse(text);
        OperationCost.Estimate estimate =
                new OperationCost.Estimate(SCHEMA, TestSettings.of(DocumentConfig.class, settings));
        return estimate.of(
                        document.getDefinitionsOfType(OperationDefinition.class).get(0),
                        document.getDefinitionsOfType(FragmentDefinition.class).stream()
                                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment)))
                .with(variables);
    }

    private static FieldWeight weight(String field) {
        return FieldWeights.declared().get(field);
    }

    /** The cost of the lists of items that a page's place in the answer needs, without the items' fields. */
    private static long page(int size) {
        return cost("{ forces(first: %d) { nodes { x: slug } } }".formatted(size))
                - size * ("\"x\":,".length() + weight("Force.slug").bytes());
    }

    @Test
    void aFieldCostsItsBytesAndNameForEachItemOfAPage() {
        long each = "\"name\":,".length() + weight("Force.name").bytes();
        assertEquals(page(40) + 40 * each, cost("{ forces(first: 40) { nodes { name } } }"));
        assertEquals(page(50) + 50 * each, cost("{ forces { nodes { name } } }"));
        String variable = "query ($n: Int = 7) { forces(last: $n) { nodes { name } } }";
        assertEquals(page(40) + 40 * each, cost(variable, Map.of("n", 40), Map.of()));
        assertEquals(page(7) + 7 * each, cost(variable));
    }

    @Test
    void anAliasCostsItsLength() {
        String alias = "x".repeat(1_000);
        assertEquals(
                40 * (1_000 - "name".length()),
                cost("{ forces(first: 40) { nodes { " + alias + ": name } } }")
                        - cost("{ forces(first: 40) { nodes { name } } }"));
    }

    @Test
    void aTextCostsItsBytesWhereverItIsPrinted() {
        int sections = weight("Report.sections").size();
        assertEquals(
                sections * ("\"text\":,".length() + (long) weight("Report.text").bytes())
                        + weight("Report.text").call() * 8L,
                cost("{" + REPORT + "{ sections { report { title text } } } }")
                        - cost("{" + REPORT + "{ sections { report { title } } } }"));
    }

    @Test
    void eachAliasOfABatchedFieldIsACall() {
        String both = "{ force(name: \"kent\") { slug a: aliases b: aliases } }";
        FieldWeight aliases = weight("Force.aliases");
        assertEquals(
                2 * ("\"a\":,".length() + aliases.valueCost() + aliases.call() * 8L),
                cost(both) - cost("{ force(name: \"kent\") { slug } }"));
        assertEquals(
                aliases.call() * 8L,
                cost("{ forces(first: 40) { nodes { slug aliases } } }")
                        - cost("{ forces(first: 40) { nodes { slug } } }")
                        - 40 * ("\"aliases\":,".length() + aliases.valueCost()));
    }

    @Test
    void someLinesCostLessThanAllButAreRead() {
        long number = "\"number\":,{},".length() + weight("ReportLine.number").bytes();
        int lines = weight("Report.lines").size();
        assertEquals(
                (lines - 20) * number,
                cost("{" + REPORT + "{ lines { number } } }")
                        - cost("{" + REPORT + "{ lines(from: 5, to: 24) { number } } }"));
        String variables = "query ($from: Int, $to: Int) {" + REPORT + "{ lines(from: $from, to: $to) { number } } }";
        assertEquals(
                cost("{" + REPORT + "{ lines(from: 5, to: 24) { number } } }"),
                cost(variables, Map.of("from", 5, "to", 24), Map.of()));
        assertEquals(cost("{" + REPORT + "{ lines { number } } }"), cost(variables));
        assertEquals(
                cost("{" + REPORT + "{ lines { number } } }"),
                cost("{" + REPORT + "{ lines(from: 5, to: 2000000000) { number } } }"));
    }

    @Test
    void aListIsAsLongAsConfigured() {
        String text = "{" + REPORT + "{ sections { level } } }";
        int sections = weight("Report.sections").size();
        long each = (cost(text) - cost(text, Map.of(), Map.of("peel.endpoint.list-sizes.\"Report.sections\"", "0")))
                / sections;
        assertEquals(
                cost(text) + sections * each,
                cost(
                        text,
                        Map.of(),
                        Map.of("peel.endpoint.list-sizes.\"Report.sections\"", Integer.toString(2 * sections))));
    }

    @Test
    void aFragmentCostsWhatItsFieldsCost() {
        assertEquals(
                cost("{ observations { nodes { value id } } }"),
                cost(
                        "{ observations { nodes { ...a ... on CrimeRate { id } } } } fragment a on Observation { value }"));
    }

    @Test
    void introspectionCostsTheSameWhateverItSelects() {
        // 280 ms of CPU time for GraphiQL's query, 8 units each microsecond.
        assertEquals(
                cost("{ dataset { revision } }") + 280_000 * 8,
                cost("{ dataset { revision } __schema { types { name } } }"));
        assertEquals(cost("{ __schema { types { name } } }"), cost("{ __schema { types { name kind } } }"));
    }

    @Test
    void aCostHasABound() {
        String text = "{ forces(first: 2147483647) { nodes { judgments { force { judgments { grade } } } } } }";
        assertEquals(Integer.MAX_VALUE, cost(text));
    }
}
