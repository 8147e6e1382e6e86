package peel.endpoint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import peel.execution.OperationPlan;
import peel.execution.Planner;

/**
 * Parses, measures and validates documents, each once. What is too large is refused before the next
 * step, since each is dearer than the one before.
 */
@ApplicationScoped
class Documents {

    /** What a parsed document takes for each character of its text, nodes and places included. */
    private static final int PARSED = 50;

    /** What a plan takes for each field of it. */
    private static final int PLANNED = 300;

    /** What one takes that was refused: its text and the errors. */
    private static final int REFUSED = 2;

    private static final int OVERHEAD = 1_000;

    /** Brackets nest deeper than fields: arguments, inline fragments. */
    private static final int BRACKETS_PER_LEVEL = 4;

    // Our own limits come first.
    private static final ParserOptions PARSER = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .maxTokens(Integer.MAX_VALUE)
            .maxWhitespaceTokens(Integer.MAX_VALUE)
            .maxCharacters(Integer.MAX_VALUE)
            .build();

    private final GraphQLSchema schema;
    private final EndpointConfig config;
    private final ClientErrors errors;
    private final OperationCost.Estimate estimate;
    private final Planner planner;
    private final Cache<String, PreparedDocument> cache;

    Documents(GraphQLSchema schema, EndpointConfig config, ClientErrors errors, Planner planner) {
        this.schema = schema;
        this.config = config;
        this.errors = errors;
        this.estimate = new OperationCost.Estimate(schema, config);
        this.planner = planner;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(config.documentCache().asLongValue())
                .weigher((String text, PreparedDocument document) -> OVERHEAD
                        + text.length() * (document.errors().isEmpty() ? PARSED : REFUSED)
                        + (int) document.fields() * PLANNED)
                .recordStats()
                .build();
    }

    /** For metrics. */
    Cache<String, ?> cache() {
        return cache;
    }

    /** A document, ready to be executed or with the errors that keep it from that. */
    PreparedDocument prepare(String text) {
        return cache.get(text, this::prepareAnew);
    }

    private PreparedDocument prepareAnew(String text) {
        boolean onlyQueries = true;
        try {
            checkText(DocumentText.of(text));
            Document document = parse(text);
            onlyQueries = document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .allMatch(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
            Collection<OperationShape> shapes = OperationShape.of(document).values();
            shapes.forEach(this::checkShape);
            if (!config.introspection()) {
                refuseIntrospection(document);
            }
            List<ValidationError> invalid = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
            if (!invalid.isEmpty()) {
                return PreparedDocument.refused(
                        onlyQueries, invalid.stream().map(errors::forClient).toList());
            }
            return new PreparedDocument(
                    new PreparsedDocumentEntry(document),
                    onlyQueries,
                    shapes.stream().mapToLong(OperationShape::fields).sum(),
                    operations(document),
                    List.of());
        } catch (InvalidSyntaxException e) {
            return PreparedDocument.refused(onlyQueries, List.of(errors.forClient(e.toInvalidSyntaxError())));
        } catch (OperationShape.FragmentCycleException e) {
            return refused(onlyQueries, ErrorCode.GRAPHQL_VALIDATION_FAILED, e.getMessage());
        } catch (RefusedOperationException e) {
            return refused(onlyQueries, e.code(), e.getMessage());
        }
    }

    private static Document parse(String text) {
        return new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(text)
                        .parserOptions(PARSER)
                        .locale(Locale.ENGLISH)
                        .build());
    }

    private void checkText(DocumentText text) {
        limit(
                text.directives(),
                config.maxDirectives(),
                ErrorCode.TOO_MANY_DIRECTIVES,
                "The document has %d directives; the limit is %d.");
        limit(
                text.tokens(),
                config.maxTokens(),
                ErrorCode.TOO_MANY_TOKENS,
                "The document has %d tokens; the limit is %d.");
        int deepest = Math.max(config.maxDepth(), config.maxIntrospectionDepth());
        limit(
                text.nesting(),
                deepest * BRACKETS_PER_LEVEL,
                ErrorCode.QUERY_TOO_DEEP,
                "The document's brackets nest %d deep; the limit is %d.");
    }

    private void checkShape(OperationShape shape) {
        limit(
                shape.aliases(),
                config.maxAliases(),
                ErrorCode.TOO_MANY_ALIASES,
                "The operation has %d aliases; the limit is %d.");
        limit(
                shape.repetitions(),
                config.maxRepetitions(),
                ErrorCode.TOO_MANY_REPETITIONS,
                "The operation selects the same field %d times in one place; the limit is %d.");
        limit(
                shape.width(),
                config.maxRootFields(),
                ErrorCode.TOO_MANY_ROOT_FIELDS,
                "The operation has %d fields at its root; the limit is %d.");
        limit(
                shape.depth(),
                config.maxDepth(),
                ErrorCode.QUERY_TOO_DEEP,
                "The operation's fields nest %d deep; the limit is %d.");
        limit(
                shape.introspectionDepth(),
                config.maxIntrospectionDepth(),
                ErrorCode.INTROSPECTION_TOO_DEEP,
                "The introspection's fields nest %d deep; the limit is %d.");
        limit(
                shape.fields(),
                config.maxFields(),
                ErrorCode.TOO_MANY_FIELDS,
                "The operation has %d fields, counted at each spread of a fragment; the limit is %d.");
    }

    private static void limit(long actual, long limit, String code, String message) {
        if (actual > limit) {
            throw new RefusedOperationException(code, message.formatted(actual, limit));
        }
    }

    private static void refuseIntrospection(Document document) {
        anyField(document, OperationShape::isIntrospection).ifPresent(field -> {
            throw new RefusedOperationException(
                    ErrorCode.INTROSPECTION_DISABLED,
                    "Introspection is switched off: \"" + field.getName() + "\" can't be asked.");
        });
    }

    private static Optional<Field> anyField(Document document, Predicate<Field> wanted) {
        Deque<Node<?>> nodes = new ArrayDeque<>();
        nodes.add(document);
        while (!nodes.isEmpty()) {
            Node<?> node = nodes.pop();
            if (node instanceof Field field && wanted.test(field)) {
                return Optional.of(field);
            }
            node.getChildren().forEach(nodes::push);
        }
        return Optional.empty();
    }

    private Map<String, PreparedDocument.Operation> operations(Document document) {
        Map<String, OperationPlan> plans = planner.plans(document);
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
        Map<String, PreparedDocument.Operation> operations = new HashMap<>();
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            String name = operation.getName() == null ? "" : operation.getName();
            operations.put(
                    name, new PreparedDocument.Operation(name, estimate.of(operation, fragments), plans.get(name)));
        }
        return operations;
    }

    private static PreparedDocument refused(boolean onlyQueries, String code, String message) {
        return PreparedDocument.refused(onlyQueries, List.of(GraphQLErrors.of(code, message)));
    }
}
