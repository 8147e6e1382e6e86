package peel.judgment;

import org.eclipse.microprofile.graphql.Description;
import peel.query.OrderKey;

@Description("Sort order of judgments.")
public enum JudgmentOrder {
    @Description("By force, cycle, pillar and question.")
    FORCE(Judgment.BY_FORCE),
    @Description("Newest cycle first, then by force, pillar and question.")
    NEWEST_CYCLE(Judgment.BY_CYCLE),
    @Description(
            "Earliest published first (`knownFrom`), then by force, cycle, pillar and question; judgments without a date of publication last.")
    PUBLISHED(Judgment.BY_PUBLICATION);

    private final OrderKey<Judgment> key;

    JudgmentOrder(OrderKey<Judgment> key) {
        this.key = key;
    }

    OrderKey<Judgment> key() {
        return key;
    }
}
