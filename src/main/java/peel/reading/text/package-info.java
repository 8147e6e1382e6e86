/** Files as they come (text, PDF) become numbered lines on pages. */
package peel.reading.text;
