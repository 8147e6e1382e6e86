package peel.execution;

import graphql.schema.GraphQLObjectType;

/** How every field of a schema gets its values, and what type the objects are of. */
interface Fetchers {

    /**
     * How a field gets its values.
     *
     * @throws IllegalStateException if nothing is known of it
     */
    Fetcher of(String type, String field);

    /**
     * The type of an object.
     *
     * @throws IllegalStateException if it is of none
     */
    GraphQLObjectType typeOf(Object object);
}
