/**
 * How entities ask PostgreSQL: selections with array parameters, keys that decide orders, batches.
 */
package peel.query;
