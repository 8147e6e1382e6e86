/** Imported reports: which there are, and their text with what was taken from it. */
@NullMarked
package peel.page.report;

import org.jspecify.annotations.NullMarked;
