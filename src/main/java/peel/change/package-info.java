/** What imports changed: the log of changes. */
@NullMarked
package peel.change;

import org.jspecify.annotations.NullMarked;
