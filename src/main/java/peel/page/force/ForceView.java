package peel.page.force;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.page.PageLink;
import peel.page.PageTable;

/**
 * A force.
 *
 * @param lead where it is and how it is also called
 * @param latest the latest grades, of the newest cycle with any
 * @param chart the history of its grades, an SVG element; empty if there are none
 * @param history the grades of each scale of grades by question and cycle: two tables, because they cannot be compared
 * @param judgments all judgments with their sources
 * @param figures the latest figures without a dimension, and totals
 * @param kinds the other ones, such as those by kind of crime
 * @param series figures over time
 * @param findings all findings with their sources
 * @param monitoring when it entered and left enhanced monitoring
 * @param disputed corrections, contradictions and disagreements
 */
public record ForceView(
        String lead,
        String latestCycle,
        PageTable latest,
        String chart,
        List<PageTable> history,
        @Nullable PageTable figures,
        @Nullable PageTable kinds,
        boolean moreFigures,
        List<ForceSeries> series,
        @Nullable PageTable findings,
        @Nullable PageTable monitoring,
        List<String> disputed,
        PageTable judgments,
        List<PageLink> peers,
        String compare) {}
