/** Cursor-based pagination as Relay specifies it. */
@NullMarked
package peel.paging;

import org.jspecify.annotations.NullMarked;
