/** From files, text or PDF, to numbered lines on pages. */
@NullMarked
package peel.reading.text;

import org.jspecify.annotations.NullMarked;
