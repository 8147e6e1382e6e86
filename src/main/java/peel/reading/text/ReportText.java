package peel.reading.text;

import java.util.List;

/**
 * The whole text of a report file.
 *
 * @param file the file's name without its directory
 * @param sha256 the digest of the file, in hexadecimal
 * @param lines all lines in order, numbered from 1
 */
public record ReportText(String file, String sha256, TextFormat format, List<Line> lines) {}
