/** From rows to tables: CSV formats, merging, transactions and export. */
package peel.importing;
