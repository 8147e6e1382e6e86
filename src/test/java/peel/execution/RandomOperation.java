package peel.execution;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** An operation that grows at random places until every further field exceeds a limit. */
final class RandomOperation {

    /** What exists, by the field that looks it up. */
    private static final Map<String, String> CODES = Map.of(
            "area", "\"england-and-wales\"",
            "cycle", "\"2015\"",
            "metric", "\"workforce.officers\"",
            "publication", "\"peel-effectiveness-2015-bedfordshire\"");

    /** How many fields are added at once at first. */
    private static final int STEP = 24;

    /** The operation is complete after so many fields in a row that exceed a limit. */
    private static final int REFUSALS = 12;

    private final GraphQLSchema schema;
    private final Random random;
    private final List<String> ids;
    private final String search;
    private final Selected root;
    private final List<Selected> composites = new ArrayList<>();
    private int aliases;

    /** A field with what is selected of its value. */
    private static final class Selected {

        private final String text;
        private final GraphQLFieldsContainer type;
        private final List<String> leaves = new ArrayList<>(List.of("__typename"));
        private final List<Selected> children = new ArrayList<>();

        Selected(String text, GraphQLFieldsContainer type) {
            this.text = text;
            this.type = type;
        }

        void write(StringBuilder document) {
            document.append(text).append(" {");
            leaves.forEach(leaf -> document.append(' ').append(leaf));
            for (Selected child : children) {
                document.append(' ');
                child.write(document);
            }
            document.append(text.startsWith("... on") ? " } }" : " }");
        }
    }

    /**
     * @param ids the IDs of nodes to ask for
     * @param search a text to search for
     */
    RandomOperation(GraphQLSchema schema, Random random, List<String> ids, String search) {
        this.schema = schema;
        this.random = random;
        this.ids = ids;
        this.search = search;
        this.root = new Selected("", schema.getQueryType());
        composites.add(root);
    }

    /**
     * Adds fields while the operation is admitted.
     *
     * @return the document
     */
    String grow(Predicate<String> admitted) {
        int step = STEP;
        int refusals = 0;
        while (refusals < REFUSALS) {
            List<Runnable> undo = new ArrayList<>();
            for (int i = 0; i < step; i++) {
                undo.add(0, add());
            }
            if (admitted.test(document())) {
                refusals = 0;
            } else {
                undo.forEach(Runnable::run);
                refusals += step == 1 ? 1 : 0;
                step = Math.max(1, step / 2);
            }
        }
        return document();
    }

    private String document() {
        StringBuilder document = new StringBuilder();
        root.write(document);
        return document.toString();
    }

    private Runnable add() {
        Selected parent = composites.get(random.nextInt(composites.size()));
        GraphQLFieldsContainer type = parent.type;
        if (type instanceof GraphQLInterfaceType wide && random.nextInt(3) == 0) {
            List<GraphQLObjectType> types = schema.getImplementations(wide);
            type = types.get(random.nextInt(types.size()));
        }
        List<GraphQLFieldDefinition> fields = type.getFieldDefinitions();
        GraphQLFieldDefinition field = fields.get(random.nextInt(fields.size()));
        // Every field with an alias of its own, of one to six characters: two may not be merged. No field's name starts
        // with z.
        String text = "z" + Integer.toString(aliases++, 36) + ": " + field.getName() + arguments(field);
        boolean plain = type == parent.type
                && field.getArguments().isEmpty()
                && parent.leaves.stream().noneMatch(field.getName()::equals)
                && parent.children.stream().noneMatch(child -> child.text.equals(field.getName()));
        if (plain) {
            text = field.getName();
        }
        if (type != parent.type) {
            text = "... on " + type.getName() + " { " + text;
        }
        if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer inner) {
            Selected child = new Selected(text, inner);
            parent.children.add(child);
            composites.add(child);
            return () -> {
                parent.children.remove(child);
                composites.remove(child);
            };
        }
        String leaf = type != parent.type ? text + " }" : text;
        parent.leaves.add(leaf);
        return () -> parent.leaves.remove(leaf);
    }

    private String arguments(GraphQLFieldDefinition field) {
        List<String> given = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            boolean required = GraphQLTypeUtil.isNonNull(argument.getType())
                    || field.getName().equals("report") && argument.getName().equals("pillar")
                    || argument.getName().equals("first");
            if (required || random.nextInt(3) == 0) {
                String value = value(field, argument);
                if (value != null) {
                    given.add(argument.getName() + ": " + value);
                }
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    private String value(GraphQLFieldDefinition field, GraphQLArgument argument) {
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(argument.getType());
        return switch (argument.getName()) {
            case "first" -> random.nextInt(2) == 0 ? "100" : Integer.toString(1 + random.nextInt(100));
            case "from" ->
                type.getName().equals("Int")
                        ? Integer.toString(1 + random.nextInt(5))
                        : "\"20%02d-01-01\"".formatted(random.nextInt(10));
            case "to" ->
                type.getName().equals("Int")
                        ? Integer.toString(1_600 - random.nextInt(5))
                        : "\"20%02d-01-01\"".formatted(20 + random.nextInt(10));
            case "per" -> "{metric: \"workforce.staff\"}";
            case "since" -> field.getName().equals("rankedMetric") ? "\"2015-03-31\"" : null;
            case "asOf", "on" -> "\"20%02d-01-01\"".formatted(20 + random.nextInt(10));
            case "ids" -> "[\"" + String.join("\", \"", ids) + "\"]";
            case "id" -> '"' + ids.get(random.nextInt(ids.size())) + '"';
            case "code" -> CODES.get(field.getName());
            case "name" -> "\"bedfordshire\"";
            case "force" -> "\"kent\"";
            case "cycle" -> "\"2015\"";
            case "pillar" -> "EFFECTIVENESS";
            case "text" -> '"' + search + '"';
            case "by" ->
                switch (field.getName()) {
                    case "judgmentCounts" -> random.nextInt(2) == 0 ? "[QUESTION, REGION]" : "[FORCE, CYCLE]";
                    case "findingCounts" -> "[FORCE, CYCLE, QUESTION, KIND]";
                    default -> "COUNTRY";
                };
            case "columns" ->
                "[" + "{metric: \"workforce.officers\", per: {metric: \"workforce.staff\"}}, ".repeat(10) + "]";
            case "area" ->
                "[\"kent\", \"essex\", \"gwent\", \"surrey\", \"sussex\", \"dorset\", \"cumbria\", \"norfolk\", \"suffolk\", \"england\"]";
            case "metric" -> GraphQLTypeUtil.isNonNull(argument.getType()) ? "\"workforce.officers\"" : null;
            default ->
                GraphQLTypeUtil.unwrapNonNull(argument.getType()) instanceof GraphQLEnumType values
                                && (argument.getName().equals("orderBy")
                                        || argument.getName().equals("direction"))
                        ? values.getValues()
                                .get(random.nextInt(values.getValues().size()))
                                .getName()
                        : null;
        };
    }
}
