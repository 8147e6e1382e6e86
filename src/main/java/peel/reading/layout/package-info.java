/** Lines on pages become a document: sections, passages, footnotes, figures. */
package peel.reading.layout;
