/**
 * Executes GraphQL operations in-process and writes their answers. A caller asks {@link
 * peel.execution.ExecutionPermits} whether one more operation may run, then {@link peel.execution.Operations} to
 * prepare, bind and execute it, and {@link peel.execution.AnswerWriter} for JSON; {@link peel.execution.AnswerCache}
 * keeps what was written until the dataset's revision changes. Nothing here knows HTTP.
 */
@NullMarked
package peel.execution;

import org.jspecify.annotations.NullMarked;
