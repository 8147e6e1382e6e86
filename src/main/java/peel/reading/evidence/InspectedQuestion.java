package peel.reading.evidence;

import org.jspecify.annotations.Nullable;
import peel.question.Pillar;

/**
 * A question of the cycle that a report is about.
 *
 * @param pillar null from cycle 2021/22 on
 * @param code unique in the pillar, not in a report on several
 */
public record InspectedQuestion(@Nullable Pillar pillar, String code) {}
