/** What is imported before its tables are known: rows of named cells, and what is wrong with them. */
package peel.importing.input;
