/** How rows reach a table: copied, compared and merged. */
@NullMarked
package peel.importing.table;

import org.jspecify.annotations.NullMarked;
