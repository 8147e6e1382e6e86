package peel.execution.level;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.Parser;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import peel.query.Deadline;

/**
 * Random documents over data with nulls and failures everywhere. The expected answers come from graphql-java's own
 * execution of the same fetchers.
 */
class LevelStrategyTest {

    private static final String SCHEMA = """
            type Query { thing(id: Int = 0): Thing! maybe(id: Int = 1): Thing things: [Thing!]! some: [Thing] any: [Named]! }
            interface Named { name: String }
            enum Colour { RED GREEN }
            type Thing implements Named {
              name: String  title: String!  size(times: Int = 1): Int  colour: Colour!  tags: [String!]!  notes: [String]
              next: Thing  sure: Thing!  more: [Thing!]!  others: [Thing]  mixed: [Named!]
            }
            type Other implements Named { name: String  weight: Float!  back: Thing  same: Other! }
            """;

    private static final int SEEDS = 4_000;

    /** Fields that are fetched for all objects of a level at once. */
    private static final List<String> OF_MANY = List.of("size", "more", "mixed", "sure", "title");

    /**
     * An object of the data. All fields follow from its number; some are null or fail, also where the schema declares
     * them non-null.
     */
    private record TestObject(boolean other, int number) {

        private static final int VARIETY = 97;

        Object field(String name, Map<String, Object> arguments) {
            int chance = Math.floorMod(number * 31 + name.hashCode(), VARIETY);
            // A call for a whole level fails for all of its objects, which has a test of its own.
            if (chance < 3 && !OF_MANY.contains(name)) {
                throw new IllegalStateException(name + " of " + number);
            }
            if (chance < 6) {
                return null;
            }
            return switch (name) {
                case "name", "title" -> name + number;
                case "size" -> number * (int) arguments.get("times");
                case "weight" -> number / 2.0;
                case "colour" -> chance % 2 == 0 ? "RED" : "GREEN";
                case "tags", "notes" -> elements(chance, index -> name + index);
                case "next", "sure", "back" -> new TestObject(false, number * 7 + chance);
                case "same" -> new TestObject(true, number * 5 + chance);
                case "more", "others" -> elements(chance, index -> new TestObject(false, number * 3 + index));
                case "mixed" -> elements(chance, index -> new TestObject(index % 2 == 0, number * 3 + index));
                default -> throw new AssertionError(name);
            };
        }

        private List<Object> elements(int chance, IntFunction<Object> element) {
            List<Object> elements = new ArrayList<>();
            for (int index = 0; index < chance % 4; index++) {
                elements.add(Math.floorMod(number + index * 13, 23) == 0 ? null : element.apply(index));
            }
            return elements;
        }
    }

    private static Object root(String field, Map<String, Object> arguments) {
        return switch (field) {
            case "thing", "maybe" -> new TestObject(false, (int) arguments.get("id"));
            case "things" -> List.of(new TestObject(false, 1), new TestObject(false, 2), new TestObject(false, 3));
            case "some" -> {
                List<Object> some = new ArrayList<>(List.of(new TestObject(false, 4), new TestObject(false, 5)));
                some.add(1, null);
                yield some;
            }
            case "any" -> List.of(new TestObject(true, 6), new TestObject(false, 7), new TestObject(true, 8));
            default -> throw new AssertionError(field);
        };
    }

    private int calls;

    private final GraphQLSchema schema = schema();

    private static GraphQLSchema schema() {
        DataFetcher<Object> query = environment -> root(environment.getField().getName(), environment.getArguments());
        DataFetcher<Object> made = environment ->
                environment.<TestObject>getSource().field(environment.getField().getName(), environment.getArguments());
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(SCHEMA),
                        RuntimeWiring.newRuntimeWiring()
                                .type("Query", type -> type.defaultDataFetcher(query))
                                .type("Thing", type -> type.defaultDataFetcher(made))
                                .type("Other", type -> type.defaultDataFetcher(made))
                                .type(TypeRuntimeWiring.newTypeWiring("Named")
                                        .typeResolver(environment -> environment
                                                .getSchema()
                                                .getObjectType(typeName(environment.getObject()))))
                                .build());
    }

    private static String typeName(Object made) {
        return ((TestObject) made).other ? "Other" : "Thing";
    }

    private final class TestFetchers implements Fetchers {

        private final Map<String, Fetcher> methods = new HashMap<>();

        @Override
        public Fetcher of(String type, String field) {
            if (type.equals("Query")) {
                return (Fetcher.OfMany) (sources, arguments) -> Collections.singletonList(root(field, arguments));
            }
            if (!OF_MANY.contains(field)) {
                return (Fetcher.OfOne) source -> ((TestObject) source).field(field, Map.of());
            }
            return methods.computeIfAbsent(field, this::ofMany);
        }

        private Fetcher ofMany(String field) {
            return (Fetcher.OfMany) (sources, arguments) -> {
                calls++;
                if (Integer.valueOf(0).equals(arguments.get("times"))) {
                    throw new IllegalArgumentException("No times");
                }
                return sources.stream()
                        .map(source -> ((TestObject) source).field(field, arguments))
                        .collect(Collectors.toCollection(ArrayList::new));
            };
        }

        @Override
        public GraphQLObjectType typeOf(Object object) {
            return schema.getObjectType(typeName(object));
        }
    }

    private ExecutionResult execute(String text, Map<String, Object> variables, boolean ours) {
        Document document = Parser.parse(text);
        GraphQL.Builder graphQL = GraphQL.newGraphQL(schema)
                // Both execute the document without validation.
                .preparsedDocumentProvider(
                        (input, parse) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(document)));
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(text).variables(variables);
        if (ours) {
            graphQL.queryExecutionStrategy(new LevelStrategy(LevelStrategyTest::error));
            input.graphQLContext(Map.of(
                    OperationPlan.class,
                    new Planner(schema, new TestFetchers()).plans(document).get(""),
                    Deadline.class,
                    Deadline.after(Duration.ofMinutes(1))));
        }
        return graphQL.build().execute(input);
    }

    private static GraphQLError error(
            Throwable failure, List<Object> path, SourceLocation location, Map<String, Object> arguments) {
        return GraphqlErrorBuilder.newError()
                .message("%s", failure.getMessage())
                .path(path)
                .location(location)
                .build();
    }

    private static Object plain(Object value) {
        if (value instanceof ObjectValue object) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (int field = 0; field < object.size(); field++) {
                fields.put(object.key(field).getValue(), plain(object.value(field)));
            }
            return fields;
        }
        return value instanceof Collection<?> elements
                ? elements.stream().map(LevelStrategyTest::plain).collect(Collectors.toList())
                : value;
    }

    private static TreeSet<String> paths(ExecutionResult result) {
        return result.getErrors().stream()
                .map(error -> error.getPath().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void answersRandomDocumentsLikeGraphqlJava() {
        Map<String, Object> variables = Map.of("yes", true, "no", false, "times", 3);
        int withErrors = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            String document = new RandomDocument(seed).document();
            ExecutionResult theirs = execute(document, variables, false);
            ExecutionResult ours = execute(document, variables, true);
            // Compared as text, because the order of the fields matters.
            assertEquals(
                    String.valueOf(theirs.<Object>getData()), String.valueOf(plain(ours.<Object>getData())), document);
            assertEquals(paths(theirs), paths(ours), document);
            withErrors += ours.getErrors().isEmpty() ? 0 : 1;
        }
        assertTrue(withErrors > SEEDS / 10, withErrors + " of " + SEEDS + " had errors");
    }

    @Test
    void callsAFieldOnceForAllObjectsOfALevel() {
        execute("{ things { title } some { title t: title } any { ... on Thing { title } } }", Map.of(), true);
        assertEquals(1, calls);
        calls = 0;
        execute("{ things { size s: size(times: 1) s2: size(times: 2) } }", Map.of(), true);
        assertEquals(2, calls, "one for each value of the argument");
    }

    @Test
    void reportsAFailedCallForEachOfItsObjects() {
        ExecutionResult result = execute("{ some { name broken: size(times: 0) } }", Map.of(), true);
        assertEquals(
                Map.of("some", Arrays.asList(nameAndNoSize("name4"), null, nameAndNoSize("name5"))),
                plain(result.<Object>getData()));
        assertEquals(
                List.of(List.of("some", 0, "broken"), List.of("some", 2, "broken")),
                result.getErrors().stream().map(GraphQLError::getPath).toList());
    }

    private static Map<String, Object> nameAndNoSize(String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("broken", null);
        return fields;
    }

    /** A random document with aliases, fragments and conditions. */
    private static final class RandomDocument {

        private static final List<String> LEAVES = List.of("name", "title", "size", "colour", "tags", "notes");
        private static final List<String> OBJECTS = List.of("next", "sure", "more", "others");
        private static final List<String> CONDITIONS = List.of(
                "@skip(if: $yes)",
                "@skip(if: $no)",
                "@include(if: $yes)",
                "@include(if: $no)",
                "@skip(if: false)",
                "@include(if: false)");
        private static final List<String> FRAGMENTS = List.of("Thing", "Named", "Other", "Thing");

        private final Random random;
        private final StringBuilder text = new StringBuilder();

        RandomDocument(long seed) {
            random = new Random(seed);
        }

        String document() {
            text.append("query ($yes: Boolean!, $no: Boolean!, $times: Int) {");
            for (String root : List.of("thing(id: 3)", "maybe(id: $times)", "maybe", "things", "some", "any")) {
                if (random.nextInt(3) == 0) {
                    text.append(" r").append(random.nextInt(100)).append(": ").append(root);
                    condition();
                    selections(root.equals("any") ? "Named" : "Thing", 3, 0);
                }
            }
            text.append(" __typename }");
            for (int fragment = 0; fragment < FRAGMENTS.size(); fragment++) {
                String type = FRAGMENTS.get(fragment);
                text.append(" fragment F").append(fragment).append(" on ").append(type);
                selections(type, 1, fragment + 1);
            }
            return text.toString();
        }

        private void condition() {
            if (random.nextInt(8) == 0) {
                text.append(' ').append(any(CONDITIONS));
            }
        }

        private <T> T any(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        /**
         * @param fragment the first fragment that may be spread, so that no fragment contains itself
         */
        private void selections(String type, int depth, int fragment) {
            text.append(" { __typename");
            for (int selection = random.nextInt(4); selection >= 0; selection--) {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        String condition = any(List.of("Thing", "Named", "Other"));
                        text.append(" ... on ").append(condition);
                        condition();
                        selections(condition, depth, fragment);
                    }
                    case 1 -> {
                        if (fragment < FRAGMENTS.size()) {
                            text.append(" ...F").append(fragment + random.nextInt(FRAGMENTS.size() - fragment));
                            condition();
                        }
                    }
                    case 2 -> object(type, depth, fragment);
                    default -> leaf(type);
                }
            }
            text.append(" }");
        }

        private void leaf(String type) {
            switch (type) {
                case "Named" -> text.append(" name");
                case "Other" -> text.append(any(List.of(" name", " weight", " w: weight")));
                default -> {
                    String field = any(LEAVES);
                    boolean sized = field.equals("size");
                    // The response name determines the field and its arguments, so that fields can be merged.
                    text.append(any(
                            sized
                                    ? List.of(" size", " s2: size(times: 2)", " s3: size(times: $times)")
                                    : List.of(" " + field, " a_" + field + ": " + field)));
                }
            }
            condition();
        }

        private void object(String type, int depth, int fragment) {
            if (depth == 0 || type.equals("Named")) {
                return;
            }
            String field = type.equals("Other") ? any(List.of("back", "same")) : any(OBJECTS);
            boolean mixed = type.equals("Thing") && random.nextInt(4) == 0;
            text.append(' ').append(mixed ? "mixed" : field);
            condition();
            selections(mixed ? "Named" : field.equals("same") ? "Other" : "Thing", depth - 1, fragment);
        }
    }
}
