package peel.execution.level;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field selected of a type, once for all selections with the same response name. */
final class SelectedField {

    private static final String TYPENAME = Introspection.TypeNameMetaFieldDef.getName();

    /** The response name, already encoded as JSON. */
    final SerializableString responseKey;

    /** Fetches the value; null for a field of introspection. */
    final @Nullable Fetcher fetcher;

    final boolean nullable;

    /** Whether the field is a list. The schema has no lists of lists. */
    final boolean list;

    final boolean elementsNullable;

    /** How values, or elements of the list, become values of the answer. */
    final Completion completion;

    private final Field field;
    private final GraphQLFieldDefinition definition;

    SelectedField(Field field, GraphQLFieldDefinition definition, @Nullable Fetcher fetcher, Completion completion) {
        this.responseKey = new SerializedString(field.getResultKey());
        this.field = field;
        this.definition = definition;
        this.fetcher = fetcher;
        this.completion = completion;
        GraphQLType type = definition.getType();
        this.nullable = GraphQLTypeUtil.isNullable(type);
        this.list = GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
        this.elementsNullable = list
                && GraphQLTypeUtil.isNullable(((GraphQLList) GraphQLTypeUtil.unwrapNonNull(type)).getWrappedType());
    }

    boolean isTypename() {
        return field.getName().equals(TYPENAME);
    }

    /** Whether the field is {@code __schema} or {@code __type}. */
    boolean isIntrospection() {
        return fetcher == null && !isTypename();
    }

    /**
     * Returns the values of the arguments by name.
     *
     * @throws RuntimeException if a value is invalid
     */
    Map<String, @Nullable Object> arguments(CoercedVariables variables) {
        if (definition.getArguments().isEmpty()) {
            return Map.of();
        }
        return ValuesResolver.getArgumentValues(
                definition.getArguments(),
                field.getArguments(),
                variables,
                GraphQLContext.getDefault(),
                Locale.ENGLISH);
    }

    /** Whether the field has an argument. */
    boolean hasArgument(String name) {
        return definition.getArgument(name) != null;
    }

    SourceLocation location() {
        return field.getSourceLocation();
    }
}
