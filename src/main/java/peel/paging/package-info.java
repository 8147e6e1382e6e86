/** Cursor-based pagination as Relay specifies it. */
package peel.paging;
