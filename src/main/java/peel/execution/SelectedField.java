package peel.execution;

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

/**
 * A field that is selected of a type of objects, once for all selections with the same response
 * key.
 */
final class SelectedField {

    private static final String TYPENAME = Introspection.TypeNameMetaFieldDef.getName();

    /** The key in the answer, encoded. */
    final SerializableString responseKey;

    /** How it gets its value; null for a field of introspection. */
    final Fetcher fetcher;

    /** Whether it may be null. */
    final boolean nullable;

    /** Whether it is a list; of lists of lists the schema has none. */
    final boolean list;

    /** Whether elements of the list may be null. */
    final boolean elementsNullable;

    /** What its values, or the elements of its list, come to. */
    final Completion completion;

    private final Field field;
    private final GraphQLFieldDefinition definition;

    SelectedField(Field field, GraphQLFieldDefinition definition, Fetcher fetcher, Completion completion) {
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

    /** Whether it is {@code __schema} or {@code __type}. */
    boolean isIntrospection() {
        return fetcher == null && !isTypename();
    }

    /**
     * Its arguments' values by name.
     *
     * @throws RuntimeException if one can't be read
     */
    Map<String, Object> arguments(CoercedVariables variables) {
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

    SourceLocation location() {
        return field.getSourceLocation();
    }
}
