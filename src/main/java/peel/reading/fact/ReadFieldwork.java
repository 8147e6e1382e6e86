package peel.reading.fact;

import java.time.LocalDate;
import java.util.List;

/**
 * When a part of an inspection took place.
 *
 * @param questions the codes of the questions
 * @param from the first day
 * @param to the last day
 * @param place where the report says so
 */
public record ReadFieldwork(List<String> questions, LocalDate from, LocalDate to, Place place) {}
