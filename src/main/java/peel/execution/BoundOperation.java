package peel.execution;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import peel.execution.level.OperationPlan;

/**
 * An operation and the request that supplies the values of its variables.
 *
 * @param document the valid document that contains the operation
 * @param name the operation's name, empty if it has none
 * @param plan what the operation selects
 * @param subscription whether the operation is a subscription
 * @param cost what answering the operation costs, or one event of a subscription, in the units of {@link peel.execution.document.OperationCost}
 */
public record BoundOperation(
        GraphQLRequest request,
        PreparsedDocumentEntry document,
        String name,
        OperationPlan plan,
        boolean subscription,
        long cost) {}
