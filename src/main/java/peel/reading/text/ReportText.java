package peel.reading.text;

import java.util.List;

/**
 * The whole text of a report file.
 *
 * @param file the file's name, without its folder
 * @param sha256 of the file's bytes, in hexadecimal
 * @param format what kind of file it was
 * @param lines all lines in order, the first has number 1
 */
public record ReportText(String file, String sha256, TextFormat format, List<Line> lines) {}
