package peel.observation;

import org.eclipse.microprofile.graphql.Description;
import peel.query.OrderKey;

/** Orders of a list of observations. */
@Description("Orders of a list of observations.")
public enum ObservationOrder {
    @Description("By metric, area and date.")
    METRIC(StoredObservation.BY_METRIC),
    @Description("The newest first; those whose source names no period last.")
    NEWEST(StoredObservation.NEWEST),
    @Description("The oldest first; those whose source names no period before all.")
    OLDEST(StoredObservation.OLDEST);

    private final OrderKey<StoredObservation> key;

    ObservationOrder(OrderKey<StoredObservation> key) {
        this.key = key;
    }

    OrderKey<StoredObservation> key() {
        return key;
    }
}
