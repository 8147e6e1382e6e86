/**
 * What the readers of facts share: a report's sentences and their places, the areas and the vocabulary that they name,
 * and the records that hold what was read.
 */
package peel.reading.evidence;
