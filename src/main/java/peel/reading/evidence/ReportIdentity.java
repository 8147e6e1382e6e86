package peel.reading.evidence;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.question.Pillar;

/**
 * The inspection that a report is about, or those that an integrated report is about, according to its own text.
 *
 * @param force the force's slug
 * @param cycle the cycle's code
 * @param pillars the pillars that were inspected, in the order of {@link Pillar}: one, several in an integrated report of
 *     2018/19, none from cycle 2021/22 on
 * @param part the only part of the inspection that the report covers ("Vulnerability"); null if it covers all of it
 * @param title the title as printed on the cover; without a cover, a title composed as the inspectorate composes it
 * @param publisher HMIC or HMICFRS
 * @param published the date of publication as precisely as the report gives it (2016-02-18, 2016-02 or 2016)
 */
public record ReportIdentity(
        String force,
        String cycle,
        List<Pillar> pillars,
        @Nullable String part,
        String title,
        String publisher,
        @Nullable String published) {

    /** The pillar of a report on one; null for the others. */
    public @Nullable Pillar pillar() {
        return pillars.size() == 1 ? pillars.get(0) : null;
    }

    /** Whether one report covers several inspections. */
    public boolean integrated() {
        return pillars.size() > 1;
    }

    /** The pillar of each inspection that the report covers; a single null from cycle 2021/22 on. */
    public List<@Nullable Pillar> inspections() {
        return pillars.isEmpty() ? Collections.singletonList(null) : List.copyOf(pillars);
    }
}
