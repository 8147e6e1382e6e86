/**
 * Pages for people: what an address shows, how it is executed, kept and sent. Each page is a stored operation, a view of
 * its answer and a template; the packages below have the pages themselves.
 */
@NullMarked
package peel.page;

import org.jspecify.annotations.NullMarked;
