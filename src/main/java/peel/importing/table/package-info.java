/** How rows reach a table: copied, compared and merged. */
package peel.importing.table;
