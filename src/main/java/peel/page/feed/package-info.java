/** What imports changed: as pages, as Atom feeds and as JSON feeds. */
@NullMarked
package peel.page.feed;

import org.jspecify.annotations.NullMarked;
