/** The program's entry point. */
@NullMarked
package peel;

import org.jspecify.annotations.NullMarked;
