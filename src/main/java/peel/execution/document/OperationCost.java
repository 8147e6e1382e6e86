package peel.execution.document;

import graphql.Scalars;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import peel.paging.PageRequest;

/**
 * What answering an operation costs: one unit pays for a byte of the answer and for an eighth of a microsecond of CPU
 * time, of the service and PostgreSQL together. Each field costs its {@link FieldWeight} for each object that it can
 * belong to. The cost is prepared once for a document; each request only supplies the sizes that are variables.
 */
public final class OperationCost {

    /** A list and the cost of each of its elements. */
    private record Elements(Size size, long each, List<Elements> lists) {

        long cost(Map<String, @Nullable Object> variables) {
            long element = each;
            for (Elements list : lists) {
                element = Math.min(element + list.cost(variables), Integer.MAX_VALUE);
            }
            return Math.min(element * size.of(variables), Integer.MAX_VALUE);
        }
    }

    private interface Size {
        long of(Map<String, @Nullable Object> variables);
    }

    private final Elements root;

    private OperationCost(Elements root) {
        this.root = root;
    }

    /** The cost of a valid operation, or of one event of a subscription, with these values of its variables, at most {@link Integer#MAX_VALUE}. */
    public long with(Map<String, @Nullable Object> variables) {
        return root.cost(variables);
    }

    /** Estimates the costs of a schema's operations. */
    static final class Estimate {

        /** Quotation marks, colon and comma of a field. */
        private static final int FIELD_BYTES = 4;

        /** The braces of an object or the brackets of a list. */
        private static final int BRACKET_BYTES = 2;

        /** An object in a list with its comma. */
        private static final int ELEMENT_BYTES = BRACKET_BYTES + 1;

        /** The whole schema, as GraphiQL asks for it, took 280 ms of CPU time; graphql-java admits it once. */
        private static final long SCHEMA_COST = 2_240_000;

        private static final long TYPE_COST = 100_000;

        /** The value of {@code __typename}; the longest name of a type that is not a connection is as long. */
        private static final int TYPENAME_BYTES = 26;

        /** Observations of one metric in a list of some metrics. Most metrics have fewer, a few have several dimensions. */
        private static final int SERIES = 150;

        private static final Size ONE = variables -> 1;

        private final GraphQLSchema schema;
        private final Map<String, Integer> listSizes;

        Estimate(GraphQLSchema schema, DocumentConfig config) {
            this.schema = schema;
            this.listSizes = config.listSizes();
        }

        OperationCost of(OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
            Map<String, Value<?>> defaults = new HashMap<>();
            for (VariableDefinition variable : operation.getVariableDefinitions()) {
                if (variable.getDefaultValue() != null) {
                    defaults.put(variable.getName(), variable.getDefaultValue());
                }
            }
            Walk walk = new Walk(fragments, defaults);
            GraphQLObjectType type = operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION
                    ? schema.getSubscriptionType()
                    : schema.getQueryType();
            Elements answer = walk.elements(ONE, BRACKET_BYTES, operation.getSelectionSet(), type, null);
            return new OperationCost(new Elements(ONE, answer.each + walk.calls, answer.lists));
        }

        private final class Walk {

            private final Map<String, FragmentDefinition> fragments;
            private final Map<String, Value<?>> defaults;

            /** The cost of all calls. A field is one call for all objects of a level. */
            private long calls;

            Walk(Map<String, FragmentDefinition> fragments, Map<String, Value<?>> defaults) {
                this.fragments = fragments;
                this.defaults = defaults;
            }

            /**
             * @param each the cost of an element without its fields
             * @param page the size of the page if the parent is one, otherwise null
             */
            Elements elements(
                    Size size, long each, SelectionSet selections, GraphQLFieldsContainer parent, @Nullable Size page) {
                List<Elements> lists = new ArrayList<>();
                long fields = add(selections, parent, page, lists);
                return new Elements(size, each + fields, lists);
            }

            /** Returns the cost of selections for one object, and adds the lists among them. */
            private long add(
                    SelectionSet selections, GraphQLFieldsContainer parent, @Nullable Size page, List<Elements> lists) {
                long cost = 0;
                for (Selection<?> selection : selections.getSelections()) {
                    if (selection instanceof Field field) {
                        cost += add(field, parent, page, lists);
                    } else if (selection instanceof InlineFragment inline) {
                        GraphQLFieldsContainer type = inline.getTypeCondition() == null
                                ? parent
                                : type(inline.getTypeCondition().getName());
                        cost += add(inline.getSelectionSet(), type, page, lists);
                    } else if (selection instanceof FragmentSpread spread) {
                        FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                        cost += add(
                                fragment.getSelectionSet(),
                                type(fragment.getTypeCondition().getName()),
                                page,
                                lists);
                    }
                }
                return cost;
            }

            private long add(Field field, GraphQLFieldsContainer parent, @Nullable Size page, List<Elements> lists) {
                // An alias may be much longer than the value. Names are ASCII.
                long key = FIELD_BYTES + field.getResultKey().length();
                if (field.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
                    return key + TYPENAME_BYTES;
                }
                if (OperationShape.isIntrospection(field)) {
                    // Introspection has its own limits and needs no database.
                    return field.getName().equals(Introspection.SchemaMetaFieldDef.getName()) ? SCHEMA_COST : TYPE_COST;
                }
                GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
                FieldWeight weight = FieldWeights.of(parent, field.getName());
                calls += weight.callCost();
                // The schema has no unions, which would have subfields without being a container.
                if (field.getSelectionSet() == null
                        || !(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer type)) {
                    return key + weight.valueCost();
                }
                SelectionSet subfields = field.getSelectionSet();
                Size inside = definition.getArgument("first") != null ? pageSize(field) : null;
                if (GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList) {
                    Size size = page != null ? page : listSize(field, parent, weight);
                    Size part = partSize(field, definition, size);
                    if (part == null) {
                        lists.add(elements(size, ELEMENT_BYTES + weight.valueCost(), subfields, type, inside));
                    } else {
                        // The whole list is read whichever part of it is returned.
                        lists.add(new Elements(size, weight.valueCost(), List.of()));
                        lists.add(elements(part, ELEMENT_BYTES, subfields, type, null));
                    }
                    return key + BRACKET_BYTES;
                }
                if (inside != null) {
                    // The rows of a page are read whether its items are selected or not.
                    lists.add(new Elements(inside, weight.valueCost(), List.of()));
                    return key + BRACKET_BYTES + add(subfields, type, inside, lists);
                }
                return key + BRACKET_BYTES + weight.valueCost() + add(subfields, type, null, lists);
            }

            private GraphQLFieldsContainer type(String name) {
                return (GraphQLFieldsContainer) schema.getType(name);
            }

            private Size listSize(Field field, GraphQLFieldsContainer parent, FieldWeight weight) {
                Value<?> ids = argument(field, "ids");
                if (ids instanceof ArrayValue given) {
                    return variables -> given.getValues().size();
                }
                if (ids instanceof VariableReference variable) {
                    return variables -> variables.get(variable.getName()) instanceof Collection<?> values
                            ? values.size()
                            : PageRequest.LARGEST;
                }
                int expected = listSizes.getOrDefault(FieldWeights.nameOf(parent, field.getName()), weight.size());
                Value<?> metrics = argument(field, "metric");
                if (metrics instanceof ArrayValue given) {
                    return variables -> Math.min(expected, given.getValues().size() * SERIES);
                }
                if (metrics instanceof VariableReference variable) {
                    return variables -> variables.get(variable.getName()) instanceof Collection<?> values
                            ? Math.min(expected, values.size() * SERIES)
                            : expected;
                }
                return variables -> expected;
            }

            /** The number of lines from one to another, at most all; null for any other list. */
            private @Nullable Size partSize(Field field, GraphQLFieldDefinition definition, Size all) {
                Size from = number(field, definition, "from");
                Size to = number(field, definition, "to");
                if (from == null || to == null) {
                    return null;
                }
                return variables -> {
                    long last = to.of(variables);
                    long lines = last - Math.max(1, from.of(variables)) + 1;
                    return last == 0 ? all.of(variables) : Math.max(0, Math.min(lines, all.of(variables)));
                };
            }

            /** An argument's value if it is the number of a line, not a day; 0 if a variable is null. */
            private @Nullable Size number(Field field, GraphQLFieldDefinition definition, String name) {
                Value<?> value = argument(field, name);
                return value != null
                                && GraphQLTypeUtil.unwrapAll(
                                                definition.getArgument(name).getType())
                                        .getName()
                                        .equals(Scalars.GraphQLInt.getName())
                        ? size(value)
                        : null;
            }

            private Size pageSize(Field field) {
                Size first = size(argument(field, "first"));
                Size last = size(argument(field, "last"));
                return variables -> {
                    long size = Math.max(first.of(variables), last.of(variables));
                    return size > 0 ? size : PageRequest.DEFAULT;
                };
            }

            private Size size(@Nullable Value<?> value) {
                if (value instanceof IntValue number) {
                    long size = bounded(number.getValue());
                    return variables -> size;
                }
                if (value instanceof VariableReference variable) {
                    String name = variable.getName();
                    Size otherwise = size(defaults.get(name));
                    return variables -> {
                        if (!variables.containsKey(name)) {
                            return otherwise.of(variables);
                        }
                        return variables.get(name) instanceof Number number
                                ? Math.max(0, Math.min(number.longValue(), Integer.MAX_VALUE))
                                : 0;
                    };
                }
                return variables -> 0;
            }

            private static long bounded(BigInteger size) {
                return size.max(BigInteger.ZERO)
                        .min(BigInteger.valueOf(Integer.MAX_VALUE))
                        .longValue();
            }

            private static @Nullable Value<?> argument(Field field, String name) {
                for (Argument argument : field.getArguments()) {
                    if (argument.getName().equals(name) && !(argument.getValue() instanceof NullValue)) {
                        return argument.getValue();
                    }
                }
                return null;
            }
        }
    }
}
