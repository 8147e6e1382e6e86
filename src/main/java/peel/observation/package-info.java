/** Figures: metrics, areas and observations, with comparators and rankings. */
package peel.observation;
