/** Relay's pages: cursors, page requests and pages. */
package peel.paging;
