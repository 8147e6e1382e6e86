/** What is imported before its tables are known: rows of named cells, and what is wrong with them. */
@NullMarked
package peel.importing.input;

import org.jspecify.annotations.NullMarked;
