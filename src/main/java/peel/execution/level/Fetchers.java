package peel.execution.level;

import graphql.schema.GraphQLObjectType;

/** The fetchers of all fields of a schema, and the types of objects. */
public interface Fetchers {

    /**
     * Returns the fetcher of a field.
     *
     * @throws IllegalStateException if there is none
     */
    Fetcher of(String type, String field);

    /**
     * Returns the type of an object.
     *
     * @throws IllegalStateException if the object's class belongs to no type
     */
    GraphQLObjectType typeOf(Object object);
}
