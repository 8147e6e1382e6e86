/** Figures: metrics, areas and observations, with comparators and rankings. */
@NullMarked
package peel.observation;

import org.jspecify.annotations.NullMarked;
