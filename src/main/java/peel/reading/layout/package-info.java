/** From lines to a document: sections, passages, footnotes, figures. */
package peel.reading.layout;
