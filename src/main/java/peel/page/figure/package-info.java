/** The list of the metrics, and each metric's ranking, map and series. */
@NullMarked
package peel.page.figure;

import org.jspecify.annotations.NullMarked;
