package peel.execution.level;

import graphql.Directives;
import graphql.GraphQLContext;
import graphql.introspection.Introspection;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the selected fields of operations (section 6.3.2 of the specification) once for a document, not for each
 * object of each answer.
 */
@Singleton
public class Planner {

    private static final Map<String, @Nullable Object> NO_VARIABLES = Map.of();

    private final GraphQLSchema schema;
    private final Fetchers fetchers;

    public Planner(GraphQLSchema schema, Fetchers fetchers) {
        this.schema = schema;
        this.fetchers = fetchers;
    }

    /**
     * Plans the operations of a valid document.
     *
     * @return the plans by the operation's name, an unnamed one under ""
     */
    public Map<String, OperationPlan> plans(Document document) {
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        boolean conditional = isConditional(document);
        Set<String> fields = new HashSet<>();
        addFields(document, fields);
        Map<String, OperationPlan> plans = new HashMap<>();
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            plans.put(
                    operation.getName() == null ? "" : operation.getName(),
                    plan(operation, fragments, conditional, fields));
        }
        return plans;
    }

    private OperationPlan plan(
            OperationDefinition operation,
            Map<String, FragmentDefinition> fragments,
            boolean conditional,
            Set<String> fields) {
        List<SelectionSet> selections = List.of(operation.getSelectionSet());
        GraphQLObjectType type = operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION
                ? schema.getSubscriptionType()
                : schema.getQueryType();
        if (conditional) {
            return new OperationPlan(
                    variables -> new Collector(fragments, variables).collect(type, selections), fields);
        }
        ObjectSelection root = new Collector(fragments, NO_VARIABLES).collect(type, selections);
        return new OperationPlan(variables -> root, fields);
    }

    private static void addFields(Node<?> node, Set<String> names) {
        if (node instanceof Field field) {
            names.add(field.getName());
        }
        node.getChildren().forEach(child -> addFields(child, names));
    }

    /** Whether a variable decides what is selected. */
    private static boolean isConditional(Node<?> node) {
        if (node instanceof Directive directive && condition(directive) instanceof VariableReference) {
            return true;
        }
        for (Node<?> child : node.getChildren()) {
            if (isConditional(child)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Value<?> condition(Directive directive) {
        boolean decides = directive.getName().equals(Directives.SkipDirective.getName())
                || directive.getName().equals(Directives.IncludeDirective.getName());
        return decides ? directive.getArgument("if").getValue() : null;
    }

    private final class Collector {

        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, @Nullable Object> variables;

        Collector(Map<String, FragmentDefinition> fragments, Map<String, @Nullable Object> variables) {
            this.fragments = fragments;
            this.variables = variables;
        }

        ObjectSelection collect(GraphQLObjectType type, List<SelectionSet> selections) {
            Map<String, List<Field>> byKey = new LinkedHashMap<>();
            Set<String> spread = new HashSet<>();
            selections.forEach(selection -> collect(type, selection, byKey, spread));
            return new ObjectSelection(
                    type,
                    byKey.values().stream().map(fields -> field(type, fields)).toArray(SelectedField[]::new));
        }

        private void collect(
                GraphQLObjectType type, SelectionSet selections, Map<String, List<Field>> byKey, Set<String> spread) {
            for (Selection<?> selection : selections.getSelections()) {
                if (!isIncluded((DirectivesContainer<?>) selection)) {
                    continue;
                }
                if (selection instanceof Field field) {
                    byKey.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                            .add(field);
                } else if (selection instanceof InlineFragment fragment) {
                    if (applies(fragment.getTypeCondition(), type)) {
                        collect(type, fragment.getSelectionSet(), byKey, spread);
                    }
                } else if (selection instanceof FragmentSpread named && spread.add(named.getName())) {
                    FragmentDefinition fragment = Objects.requireNonNull(fragments.get(named.getName()));
                    if (applies(fragment.getTypeCondition(), type)) {
                        collect(type, fragment.getSelectionSet(), byKey, spread);
                    }
                }
            }
        }

        private boolean isIncluded(DirectivesContainer<?> selection) {
            for (Directive directive : selection.getDirectives()) {
                Value<?> condition = condition(directive);
                if (condition != null
                        && isTrue(condition) == directive.getName().equals(Directives.SkipDirective.getName())) {
                    return false;
                }
            }
            return true;
        }

        private boolean isTrue(Value<?> condition) {
            return condition instanceof VariableReference variable
                    ? Boolean.TRUE.equals(variables.get(variable.getName()))
                    : ((BooleanValue) condition).isValue();
        }

        private boolean applies(@Nullable TypeName condition, GraphQLObjectType type) {
            return condition == null
                    || condition.getName().equals(type.getName())
                    || schema.getType(condition.getName()) instanceof GraphQLCompositeType wider
                            && !(wider instanceof GraphQLObjectType)
                            && schema.isPossibleType(wider, type);
        }

        private SelectedField field(GraphQLObjectType type, List<Field> fields) {
            Field first = fields.get(0);
            GraphQLFieldDefinition definition = Introspection.getFieldDefinition(schema, type, first.getName());
            if (first.getName().startsWith("__")) {
                return new SelectedField(first, definition, null, Completion.Leaf.AS_IS);
            }
            Fetcher fetcher = fetchers.of(type.getName(), first.getName());
            return new SelectedField(first, definition, fetcher, completion(definition, fields));
        }

        private Completion completion(GraphQLFieldDefinition definition, List<Field> fields) {
            GraphQLType type = GraphQLTypeUtil.unwrapNonNull(definition.getType());
            if (type instanceof GraphQLList elements) {
                type = GraphQLTypeUtil.unwrapNonNull(elements.getWrappedType());
            }
            if (type instanceof GraphQLScalarType scalar) {
                return new Completion.Leaf(
                        value -> scalar.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.ENGLISH));
            }
            if (type instanceof GraphQLEnumType values) {
                // graphql-java searches all values of an enum each time.
                Map<Object, Object> names = new ConcurrentHashMap<>();
                return new Completion.Leaf(value -> names.computeIfAbsent(
                        value, one -> values.serialize(one, GraphQLContext.getDefault(), Locale.ENGLISH)));
            }
            List<SelectionSet> selections =
                    fields.stream().map(Field::getSelectionSet).toList();
            if (type instanceof GraphQLObjectType object) {
                ObjectSelection only = collect(object, selections);
                return new Completion.Composite(value -> only);
            }
            if (type instanceof GraphQLNamedOutputType) {
                // An interface has many types, but an answer contains few of them.
                Map<GraphQLObjectType, ObjectSelection> byType = new ConcurrentHashMap<>();
                return new Completion.Composite(value ->
                        byType.computeIfAbsent(fetchers.typeOf(value), concrete -> collect(concrete, selections)));
            }
            throw new IllegalStateException("Lists of lists are not supported: " + definition.getName());
        }
    }
}
