/** Turns failures of preparing and executing operations into errors as clients see them. */
@NullMarked
package peel.execution.error;

import org.jspecify.annotations.NullMarked;
