package peel.reading.evidence;

import org.jspecify.annotations.Nullable;
import peel.question.Pillar;

/**
 * The inspection that a report is about, according to the report's own text.
 *
 * @param force the force's slug
 * @param cycle the cycle's code
 * @param pillar null from cycle 2021/22 on
 * @param part the only part of the inspection that the report covers ("Vulnerability"); null if it covers all of it
 * @param title the title as printed on the cover; without a cover, a title composed as the inspectorate composes it
 * @param publisher HMIC or HMICFRS
 * @param published the date of publication as precisely as the report gives it (2016-02-18, 2016-02 or 2016)
 */
public record ReportIdentity(
        String force,
        String cycle,
        @Nullable Pillar pillar,
        @Nullable String part,
        String title,
        String publisher,
        @Nullable String published) {}
