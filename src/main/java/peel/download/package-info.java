/** Downloads of whole lists: CSV files streamed from the database, and one archive of them all. */
@NullMarked
package peel.download;

import org.jspecify.annotations.NullMarked;
