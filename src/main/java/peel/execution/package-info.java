/**
 * Executes operations as the GraphQL specification's section 6 has it, level by level: a document's
 * selections are collected once ({@link peel.execution.OperationPlan}), a field of all
 * objects of a level is fetched by one call ({@link peel.execution.LevelStrategy}), and
 * what an object comes to is an array in the order of its fields ({@link
 * peel.execution.ObjectValue}). The types, parsing, validation, variables, arguments,
 * scalars and introspection are graphql-java's.
 */
package peel.execution;
