package peel.finding;

import org.eclipse.microprofile.graphql.Description;
import peel.query.OrderKey;

@Description("Sort order of findings.")
public enum FindingOrder {
    @Description("By force, cycle, question and position in print.")
    FORCE(Finding.IN_ORDER),
    @Description(
            "Earliest deadline first, by its last day; findings without a deadline, or with one in words, last. Then by force.")
    DEADLINE(FindingDates.BY_DEADLINE),
    @Description(
            "Earliest publication first, by its last day if only a month or year is known; findings whose publication has no date last. Then by force.")
    PUBLISHED(FindingDates.BY_PUBLICATION),
    @Description(
            "Earliest first status first, so that recommendations that have been open longest come first with `status: [AWAITING_REVIEW, BEING_PROGRESSED]`; findings without a status last. Then by force.")
    OPENED(FindingDates.BY_FIRST_STATUS);

    private final OrderKey<Finding> key;

    FindingOrder(OrderKey<Finding> key) {
        this.key = key;
    }

    OrderKey<Finding> key() {
        return key;
    }
}
