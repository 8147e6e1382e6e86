/** Cycles, grade scales, grades and questions. */
@NullMarked
package peel.question;

import org.jspecify.annotations.NullMarked;
