package peel.execution;

import graphql.schema.GraphQLObjectType;

/**
 * What is selected of objects of a type, collected from all selections, fragments among them.
 *
 * @param fields in the order of the answer
 */
record ObjectSelection(GraphQLObjectType type, SelectedField[] fields) {}
