package peel.reading.evidence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.question.Pillar;

/**
 * The dates of the fieldwork for some questions of an inspection.
 *
 * @param pillar the inspection's pillar; null from cycle 2021/22 on
 * @param questions the codes of the questions
 * @param to the last day, inclusive
 */
public record ReadFieldwork(
        @Nullable Pillar pillar, List<String> questions, LocalDate from, LocalDate to, Place place) {}
