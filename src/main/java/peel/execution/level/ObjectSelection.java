package peel.execution.level;

import graphql.schema.GraphQLObjectType;

/**
 * The fields selected of objects of a type, collected from all selection sets and fragments.
 *
 * @param fields in the order of the answer
 */
record ObjectSelection(GraphQLObjectType type, SelectedField[] fields) {}
