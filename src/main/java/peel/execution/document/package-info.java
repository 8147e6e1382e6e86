/** From the text of a document to operations that are valid, within the limits, and have a plan and a cost. */
package peel.execution.document;
