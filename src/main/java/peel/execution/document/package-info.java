/** From the text of a document to operations that are valid, within the limits, and have a plan and a cost. */
@NullMarked
package peel.execution.document;

import org.jspecify.annotations.NullMarked;
