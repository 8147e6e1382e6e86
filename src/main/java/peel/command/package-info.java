/** The command line: {@code import} and {@code export}. Neither needs a running service. */
@NullMarked
package peel.command;

import org.jspecify.annotations.NullMarked;
