/** Full-text search in reports and findings. */
@NullMarked
package peel.page.search;

import org.jspecify.annotations.NullMarked;
