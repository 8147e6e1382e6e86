/** From files, text or PDF, to numbered lines on pages. */
package peel.reading.text;
