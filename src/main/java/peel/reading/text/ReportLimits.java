package peel.reading.text;

import java.time.Duration;

/**
 * The limits for a report file.
 *
 * @param fileSize bytes of the file
 * @param pages pages of a PDF
 * @param characters characters of the text
 * @param time for reading a PDF
 */
public record ReportLimits(long fileSize, int pages, int characters, Duration time) {}
