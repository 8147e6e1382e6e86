package peel.reading.evidence;

import java.time.LocalDate;
import java.util.List;

/**
 * The dates of the fieldwork for some questions of an inspection.
 *
 * @param questions the codes of the questions
 * @param to the last day, inclusive
 */
public record ReadFieldwork(List<String> questions, LocalDate from, LocalDate to, Place place) {}
