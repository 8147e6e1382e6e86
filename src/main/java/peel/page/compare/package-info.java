/** Several forces side by side. */
@NullMarked
package peel.page.compare;

import org.jspecify.annotations.NullMarked;
