/** Imports and exports: transactions, CSV files, facts read in reports, the dataset of the start. */
@NullMarked
package peel.importing;

import org.jspecify.annotations.NullMarked;
