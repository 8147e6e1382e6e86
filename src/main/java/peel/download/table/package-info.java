/** The tables that can be downloaded, what describes them, and how their rows are read. */
@NullMarked
package peel.download.table;

import org.jspecify.annotations.NullMarked;
