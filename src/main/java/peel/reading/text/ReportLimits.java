package peel.reading.text;

import java.time.Duration;

/**
 * What a report file may cost at most.
 *
 * @param fileSize bytes of the file
 * @param pages pages of a PDF
 * @param characters characters of its text
 * @param time for reading it
 */
public record ReportLimits(long fileSize, int pages, int characters, Duration time) {}
