package peel.execution.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Directive;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import peel.error.ErrorCode;
import peel.execution.error.ClientErrors;
import peel.execution.error.RefusedOperationException;
import peel.execution.level.OperationPlan;
import peel.execution.level.Planner;
import peel.execution.level.SupportedDirectives;
import peel.execution.memory.CacheSize;

/**
 * Parses, measures and validates documents, each once. A document that is too large is refused before the next step,
 * because each step is more expensive than the one before.
 */
@ApplicationScoped
public class Documents {

    /** Estimated bytes of a parsed document for each character of its text, source locations included. */
    private static final int BYTES_PER_PARSED_CHARACTER = 50;

    /** Estimated bytes of a plan for each of its fields. */
    private static final int BYTES_PER_PLANNED_FIELD = 300;

    /** Estimated bytes of a refused document, which is only its text and errors, for each character. */
    private static final int BYTES_PER_REFUSED_CHARACTER = 2;

    private static final int BYTES_PER_DOCUMENT = 1_000;

    /** Estimated bytes of an error: its message, of which {@link ClientErrors} bounds the length, and its locations. */
    private static final int BYTES_PER_ERROR = 2_000;

    /** The longest name or number of a document. The parser needs quadratic time for the digits of a number. */
    private static final int LONGEST_WORD = 1_000;

    /** The longest block string, in characters. The parser needs quadratic time for its empty lines. */
    private static final int LONGEST_BLOCK = 10_000;

    /** Brackets nest deeper than fields because of arguments and inline fragments. */
    private static final int BRACKETS_PER_LEVEL = 4;

    // The limits of DocumentConfig are checked first, so the parser's own never apply.
    private static final ParserOptions PARSER = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .maxTokens(Integer.MAX_VALUE)
            .maxWhitespaceTokens(Integer.MAX_VALUE)
            .maxCharacters(Integer.MAX_VALUE)
            .build();

    private final GraphQLSchema schema;
    private final DocumentConfig config;
    private final ClientErrors errors;
    private final OperationCost.Estimate estimate;
    private final Planner planner;
    private final Cache<String, PreparedDocument> cache;

    public Documents(GraphQLSchema schema, DocumentConfig config, ClientErrors errors, Planner planner) {
        this.schema = schema;
        this.config = config;
        this.errors = errors;
        this.estimate = new OperationCost.Estimate(schema, config);
        this.planner = planner;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(CacheSize.of(config.documentCache()))
                .weigher((String text, PreparedDocument document) -> BYTES_PER_DOCUMENT
                        + text.length()
                                * (document.errors().isEmpty()
                                        ? BYTES_PER_PARSED_CHARACTER
                                        : BYTES_PER_REFUSED_CHARACTER)
                        + (int) document.fields() * BYTES_PER_PLANNED_FIELD
                        + document.errors().size() * BYTES_PER_ERROR)
                .recordStats()
                .build();
    }

    /** The cache, for metrics. */
    public Cache<String, ?> cache() {
        return cache;
    }

    /** Whether the document is in memory. */
    public boolean isPrepared(String text) {
        return cache.getIfPresent(text) != null;
    }

    /** Returns the document, either ready to be executed or with its errors. */
    public PreparedDocument prepare(String text) {
        return cache.get(text, this::prepareAnew);
    }

    private PreparedDocument prepareAnew(String text) {
        boolean onlyReads = true;
        try {
            checkText(DocumentText.of(text));
            Document document = parse(text);
            onlyReads = document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .noneMatch(operation -> operation.getOperation() == OperationDefinition.Operation.MUTATION);
            Collection<OperationShape> shapes = OperationShape.of(document).values();
            shapes.forEach(this::checkShape);
            if (!config.introspection()) {
                refuseIntrospection(document);
            }
            refuseUnsupportedDirectives(document);
            List<ValidationError> invalid = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
            if (!invalid.isEmpty()) {
                return PreparedDocument.refused(
                        onlyReads, invalid.stream().map(errors::forClient).toList());
            }
            return new PreparedDocument(
                    new PreparsedDocumentEntry(document),
                    onlyReads,
                    shapes.stream().mapToLong(OperationShape::fields).sum(),
                    operations(document),
                    List.of());
        } catch (InvalidSyntaxException e) {
            return PreparedDocument.refused(onlyReads, List.of(errors.forClient(e.toInvalidSyntaxError())));
        } catch (RefusedOperationException e) {
            return PreparedDocument.refused(onlyReads, e.errors());
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
                text.longestWord(),
                LONGEST_WORD,
                ErrorCode.TOKEN_TOO_LONG,
                "The document has a name or number of %d characters; the limit is %d.");
        limit(
                text.longestBlock(),
                LONGEST_BLOCK,
                ErrorCode.TOKEN_TOO_LONG,
                "The document has a block string of %d characters; the limit is %d. Send long strings as variables.");
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
                "The brackets of the document nest %d deep; the limit is %d.");
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
                "A selection set selects the same field %d times; the limit is %d.");
        limit(
                shape.width(),
                config.maxRootFields(),
                ErrorCode.TOO_MANY_ROOT_FIELDS,
                "The operation has %d fields at its root; the limit is %d.");
        limit(
                shape.depth(),
                config.maxDepth(),
                ErrorCode.QUERY_TOO_DEEP,
                "The fields of the operation nest %d deep; the limit is %d.");
        limit(
                shape.introspectionDepth(),
                config.maxIntrospectionDepth(),
                ErrorCode.INTROSPECTION_TOO_DEEP,
                "The fields of the introspection nest %d deep; the limit is %d.");
        limit(
                shape.fields(),
                config.maxFields(),
                ErrorCode.TOO_MANY_FIELDS,
                "The operation has %d fields, those of a fragment counted at each spread; the limit is %d.");
    }

    private static void limit(long actual, long limit, String code, String message) {
        if (actual > limit) {
            throw new RefusedOperationException(code, message.formatted(actual, limit));
        }
    }

    private static void refuseIntrospection(Document document) {
        any(Field.class, document, OperationShape::isIntrospection).ifPresent(field -> {
            throw new RefusedOperationException(
                    ErrorCode.INTROSPECTION_DISABLED,
                    "Introspection is disabled: \"" + field.getName() + "\" cannot be selected.");
        });
    }

    // The schema defines more directives than the service supports, so validation accepts some that would do nothing.
    private void refuseUnsupportedDirectives(Document document) {
        any(
                        Directive.class,
                        document,
                        directive -> schema.getDirective(directive.getName()) != null
                                && !SupportedDirectives.contains(directive.getName()))
                .ifPresent(directive -> {
                    throw new RefusedOperationException(
                            ErrorCode.GRAPHQL_VALIDATION_FAILED,
                            "The directive \"@" + directive.getName() + "\" is not supported.");
                });
    }

    private static <T extends Node<?>> Optional<T> any(Class<T> kind, Document document, Predicate<T> wanted) {
        Deque<Node<?>> nodes = new ArrayDeque<>();
        nodes.add(document);
        while (!nodes.isEmpty()) {
            Node<?> node = nodes.pop();
            if (kind.isInstance(node) && wanted.test(kind.cast(node))) {
                return Optional.of(kind.cast(node));
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
            OperationPlan plan = Objects.requireNonNull(plans.get(name));
            boolean subscription = operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
            operations.put(
                    name, new PreparedDocument.Operation(name, subscription, estimate.of(operation, fragments), plan));
        }
        return operations;
    }
}
