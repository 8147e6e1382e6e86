/** What search engines and other sites read of the pages: addresses, titles and the list of all pages. */
@NullMarked
package peel.page.share;

import org.jspecify.annotations.NullMarked;
