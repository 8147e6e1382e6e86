/**
 * Reads rows from PostgreSQL for the model: row types, selections, orders, batches, and what is cached per revision of
 * the dataset.
 */
package peel.query;
