package peel.observation;

import org.eclipse.microprofile.graphql.Description;
import peel.query.OrderKey;

@Description("Sort order of observations.")
public enum ObservationOrder {
    @Description("By metric, area and date.")
    METRIC(StoredObservation.BY_METRIC),
    @Description("Newest first; observations without a date come last.")
    NEWEST(StoredObservation.NEWEST),
    @Description("Oldest first; observations without a date come before all others.")
    OLDEST(StoredObservation.OLDEST);

    private final OrderKey<StoredObservation> key;

    ObservationOrder(OrderKey<StoredObservation> key) {
        this.key = key;
    }

    OrderKey<StoredObservation> key() {
        return key;
    }
}
