/** What the service holds: revision, coverage and licence. */
@NullMarked
package peel.dataset;

import org.jspecify.annotations.NullMarked;
