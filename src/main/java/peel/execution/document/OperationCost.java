package peel.execution.document;

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
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
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
 * The number of values that an operation may return: each field counts once for each object that it can belong to. The
 * cost is prepared once for a document; each request only supplies the sizes that are variables.
 */
public final class OperationCost {

    /** A list and what is selected of each of its elements. */
    private record Elements(Size size, long fields, List<Elements> lists) {

        long cost(Map<String, @Nullable Object> variables) {
            long each = fields;
            for (Elements list : lists) {
                each = Math.min(each + list.cost(variables), Integer.MAX_VALUE);
            }
            return Math.min(each * size.of(variables), Integer.MAX_VALUE);
        }
    }

    private interface Size {
        long of(Map<String, @Nullable Object> variables);
    }

    private final Elements root;

    private OperationCost(Elements root) {
        this.root = root;
    }

    /** The cost of a valid operation with these values of its variables, at most {@link Integer#MAX_VALUE}. */
    public long with(Map<String, @Nullable Object> variables) {
        return root.cost(variables);
    }

    /** Estimates the costs of a schema's operations. */
    static final class Estimate {

        private final GraphQLSchema schema;
        private final Map<String, Integer> listSizes;
        private final int listSize;

        Estimate(GraphQLSchema schema, DocumentConfig config) {
            this.schema = schema;
            this.listSizes = config.listSizes();
            this.listSize = config.listSize();
        }

        OperationCost of(OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
            Map<String, Value<?>> defaults = new HashMap<>();
            for (VariableDefinition variable : operation.getVariableDefinitions()) {
                if (variable.getDefaultValue() != null) {
                    defaults.put(variable.getName(), variable.getDefaultValue());
                }
            }
            Elements root = new Walk(fragments, defaults)
                    .elements(variables -> 1, operation.getSelectionSet(), schema.getQueryType(), null);
            return new OperationCost(root);
        }

        private final class Walk {

            private final Map<String, FragmentDefinition> fragments;
            private final Map<String, Value<?>> defaults;

            Walk(Map<String, FragmentDefinition> fragments, Map<String, Value<?>> defaults) {
                this.fragments = fragments;
                this.defaults = defaults;
            }

            /**
             * @param page the size of the page if the parent is one, otherwise null
             */
            Elements elements(Size size, SelectionSet selections, GraphQLFieldsContainer parent, @Nullable Size page) {
                List<Elements> lists = new ArrayList<>();
                long fields = add(selections, parent, page, lists);
                return new Elements(size, fields, lists);
            }

            private long add(
                    SelectionSet selections, GraphQLFieldsContainer parent, @Nullable Size page, List<Elements> lists) {
                long fields = 0;
                for (Selection<?> selection : selections.getSelections()) {
                    if (selection instanceof Field field) {
                        fields += 1 + add(field, parent, page, lists);
                    } else if (selection instanceof InlineFragment inline) {
                        GraphQLFieldsContainer type = inline.getTypeCondition() == null
                                ? parent
                                : type(inline.getTypeCondition().getName());
                        fields += add(inline.getSelectionSet(), type, page, lists);
                    } else if (selection instanceof FragmentSpread spread) {
                        FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                        fields += add(
                                fragment.getSelectionSet(),
                                type(fragment.getTypeCondition().getName()),
                                page,
                                lists);
                    }
                }
                return fields;
            }

            private long add(Field field, GraphQLFieldsContainer parent, @Nullable Size page, List<Elements> lists) {
                // Introspection has its own limits and needs no database.
                if (field.getSelectionSet() == null || field.getName().startsWith("__")) {
                    return 0;
                }
                GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
                GraphQLType bare = GraphQLTypeUtil.unwrapAll(definition.getType());
                if (!(bare instanceof GraphQLFieldsContainer type)) {
                    // Only a union has fields without being a container, and the schema has none.
                    return 0;
                }
                Size inside = definition.getArgument("first") != null ? pageSize(field) : null;
                if (GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList) {
                    Size size = page != null ? page : listSize(field, parent);
                    lists.add(elements(size, field.getSelectionSet(), type, inside));
                    return 0;
                }
                return add(field.getSelectionSet(), type, inside, lists);
            }

            private GraphQLFieldsContainer type(String name) {
                return (GraphQLFieldsContainer) schema.getType(name);
            }

            private Size listSize(Field field, GraphQLFieldsContainer parent) {
                Value<?> ids = argument(field, "ids");
                if (ids instanceof ArrayValue given) {
                    return variables -> given.getValues().size();
                }
                if (ids instanceof VariableReference variable) {
                    return variables -> variables.get(variable.getName()) instanceof Collection<?> values
                            ? values.size()
                            : PageRequest.LARGEST;
                }
                int estimate = listSizes.getOrDefault(parent.getName() + "." + field.getName(), listSize);
                return variables -> estimate;
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
