/** Imports and exports: transactions, CSV files, facts read in reports, the dataset of the start. */
package peel.importing;
