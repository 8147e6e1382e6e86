/** Judgments of forces, their versions, comparisons with earlier judgments, and the matrix. */
@NullMarked
package peel.judgment;

import org.jspecify.annotations.NullMarked;
