/** Publications, and the place in a publication where a fact stands. */
@NullMarked
package peel.source;

import org.jspecify.annotations.NullMarked;
