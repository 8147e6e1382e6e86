/**
 * Executes operations as section 6 of the GraphQL specification defines, one level of objects at a time. {@link
 * peel.execution.level.OperationPlan} holds the selections, collected once for a document. {@link
 * peel.execution.level.LevelStrategy} fetches a field of all objects of a level by one call. {@link
 * peel.execution.level.ObjectValue} is an object of the answer: an array in the order of its fields. Types, parsing,
 * validation, variables, arguments, scalars and introspection are graphql-java's.
 */
@NullMarked
package peel.execution.level;

import org.jspecify.annotations.NullMarked;
