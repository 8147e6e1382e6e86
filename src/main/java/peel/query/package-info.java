/**
 * Reads rows from PostgreSQL for the model: row types, selections, orders, batches, and what is cached per revision of
 * the dataset.
 */
@NullMarked
package peel.query;

import org.jspecify.annotations.NullMarked;
