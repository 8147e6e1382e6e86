package peel.reading.text;

/**
 * One line of a report's text, as it stands in the file.
 *
 * @param number its number in the file, from 1; of a PDF in the text that was taken from it
 * @param page the page of the file it stands on, from 1 (not the printed page number)
 * @param text the line without its line end, otherwise unchanged
 */
public record Line(int number, int page, String text) {}
