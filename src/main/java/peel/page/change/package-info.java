/** What got better, worse or was corrected. */
@NullMarked
package peel.page.change;

import org.jspecify.annotations.NullMarked;
