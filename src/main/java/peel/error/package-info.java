/** The errors that clients see: their codes, and the exception for input that they can correct. */
@NullMarked
package peel.error;

import org.jspecify.annotations.NullMarked;
