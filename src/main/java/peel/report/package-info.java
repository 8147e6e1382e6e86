/** Imported reports: their stored text and its sections, passages and figures. */
@NullMarked
package peel.report;

import org.jspecify.annotations.NullMarked;
