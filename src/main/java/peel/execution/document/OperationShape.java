package peel.execution.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.error.ErrorCode;
import peel.error.Quotation;
import peel.execution.error.RefusedOperationException;

/**
 * The size of an operation, fragments counted at each spread. It is measured in one pass over the document and before
 * validation, because validation compares fields with each other and follows a fragment at each of its spreads.
 *
 * @param depth the maximum depth of nested fields
 * @param introspectionDepth the maximum depth of fields below {@code __schema} and {@code __type}
 * @param width the number of fields at the root
 * @param fields the number of all fields
 * @param aliases the number of aliases
 * @param repetitions how often, at most, one selection set selects the same field under the same response name
 */
record OperationShape(long depth, long introspectionDepth, long width, long fields, long aliases, long repetitions) {

    private static final OperationShape EMPTY = new OperationShape(0, 0, 0, 0, 0, 0);

    /**
     * Measures the operations of a document.
     *
     * @throws RefusedOperationException if a fragment spreads itself
     */
    static Map<OperationDefinition, OperationShape> of(Document document) {
        Measurement measurement = new Measurement();
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            measurement.fragments.put(fragment.getName(), fragment);
        }
        // Unused fragments as well: validation checks them too.
        measurement.fragments.keySet().forEach(measurement::fragment);
        Map<OperationDefinition, OperationShape> shapes = new HashMap<>();
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            shapes.put(operation, measurement.selections(operation.getSelectionSet(), false));
        }
        return shapes;
    }

    /** Whether a field is {@code __schema} or {@code __type}. */
    static boolean isIntrospection(Field field) {
        return field.getName().equals("__schema") || field.getName().equals("__type");
    }

    private OperationShape beside(OperationShape other) {
        return new OperationShape(
                Math.max(depth, other.depth),
                Math.max(introspectionDepth, other.introspectionDepth),
                sum(width, other.width),
                sum(fields, other.fields),
                sum(aliases, other.aliases),
                Math.max(repetitions, other.repetitions));
    }

    private OperationShape below(Field field, boolean introspection) {
        return new OperationShape(
                introspection ? depth : depth + 1,
                introspection ? introspectionDepth + 1 : introspectionDepth,
                1,
                sum(fields, 1),
                field.getAlias() == null ? aliases : sum(aliases, 1),
                repetitions);
    }

    // A chain of fragments that each spread the next one twice doubles with each link: the sum must not overflow.
    private static long sum(long one, long other) {
        return Math.min(one + other, Integer.MAX_VALUE);
    }

    private static final class Measurement {

        private final Map<String, FragmentDefinition> fragments = new HashMap<>();
        private final Map<String, OperationShape> measured = new HashMap<>();
        private final Set<String> open = new HashSet<>();

        OperationShape fragment(String name) {
            OperationShape known = measured.get(name);
            if (known != null) {
                return known;
            }
            FragmentDefinition fragment = fragments.get(name);
            if (fragment == null) {
                return EMPTY; // Validation reports the unknown fragment.
            }
            if (!open.add(name)) {
                throw new RefusedOperationException(
                        ErrorCode.GRAPHQL_VALIDATION_FAILED,
                        "The fragment \"" + Quotation.of(name) + "\" spreads itself.");
            }
            boolean introspection = fragment.getTypeCondition().getName().startsWith("__");
            OperationShape shape = selections(fragment.getSelectionSet(), introspection);
            open.remove(name);
            measured.put(name, shape);
            return shape;
        }

        OperationShape selections(@Nullable SelectionSet selections, boolean introspection) {
            Map<String, Integer> names = new HashMap<>();
            OperationShape shape = selections(selections, introspection, names);
            int most = names.values().stream().mapToInt(count -> count).max().orElse(0);
            return shape.beside(new OperationShape(0, 0, 0, 0, 0, most));
        }

        private OperationShape selections(
                @Nullable SelectionSet selections, boolean introspection, Map<String, Integer> names) {
            OperationShape shape = EMPTY;
            if (selections == null) {
                return shape;
            }
            for (Selection<?> selection : selections.getSelections()) {
                if (selection instanceof Field field) {
                    names.merge(field.getResultKey(), 1, Integer::sum);
                    OperationShape inside =
                            selections(field.getSelectionSet(), introspection || isIntrospection(field));
                    shape = shape.beside(inside.below(field, introspection));
                } else if (selection instanceof InlineFragment inline) {
                    shape = shape.beside(selections(inline.getSelectionSet(), introspection, names));
                } else if (selection instanceof FragmentSpread spread) {
                    names.merge("..." + spread.getName(), 1, Integer::sum);
                    shape = shape.beside(fragment(spread.getName()));
                }
            }
            return shape;
        }
    }
}
