/** From lines to a document: sections, passages, footnotes, figures. */
@NullMarked
package peel.reading.layout;

import org.jspecify.annotations.NullMarked;
