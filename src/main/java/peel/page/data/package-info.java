/** The page about the data: what can be downloaded, under which licence, and what each column means. */
@NullMarked
package peel.page.data;

import org.jspecify.annotations.NullMarked;
