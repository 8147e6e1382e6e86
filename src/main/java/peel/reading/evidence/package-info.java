/**
 * What the readers of facts share: a report's sentences and their places, the areas and the vocabulary that they name,
 * and the records that hold what was read.
 */
@NullMarked
package peel.reading.evidence;

import org.jspecify.annotations.NullMarked;
