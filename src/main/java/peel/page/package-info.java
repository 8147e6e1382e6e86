/** Files for pages: the boundaries of the forces' areas. */
@NullMarked
package peel.page;

import org.jspecify.annotations.NullMarked;
