package peel.reading.evidence;

import org.jspecify.annotations.Nullable;
import peel.finding.FindingKind;
import peel.finding.Wording;
import peel.question.Pillar;

/**
 * A finding that a report prints or mentions.
 *
 * @param pillar the question's pillar; null from cycle 2021/22 on
 * @param question the question's code
 * @param ordinal position among the findings of the same kind and question, from 1
 * @param text the words as printed, or a sentence stating that they are printed elsewhere
 * @param wording PRINTED or NOT_PRINTED
 */
public record ReadFinding(
        @Nullable Pillar pillar,
        String question,
        FindingKind kind,
        int ordinal,
        String text,
        Wording wording,
        Place place) {}
