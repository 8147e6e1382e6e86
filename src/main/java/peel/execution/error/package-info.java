/** Turns failures of preparing and executing operations into errors as clients see them. */
package peel.execution.error;
