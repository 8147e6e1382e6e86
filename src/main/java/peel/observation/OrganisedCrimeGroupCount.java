package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;
import peel.query.OrderKey;
import peel.query.Selection;

/**
 * Organised crime groups that a force disrupts, investigates or monitors: a number, a rate, or a
 * share of a type of crime.
 */
@Entity
@DiscriminatorValue("ORGANISED_CRIME_GROUP")
@Description(
        "Organised crime groups that a force disrupts, investigates or monitors: a number, a rate, or a share of a type of crime.")
public class OrganisedCrimeGroupCount extends StoredObservation implements Observation, Node {

    /** The type of crime. */
    @Description(
            "The predominant type of crime of the groups counted: \"Drug activity\"; null for all groups together.")
    public String getPredominantCrimeType() {
        return dimension;
    }

    /**
     * The counts that a filter leaves, to be read in an order.
     *
     * @throws peel.error.BadUserInputException if the filter names a metric, an area or a type of crime that
     *     does not exist
     */
    public static Selection<OrganisedCrimeGroupCount> matching(
            OrganisedCrimeGroupFilter filter, OrderKey<OrganisedCrimeGroupCount> order) {
        OrganisedCrimeGroupFilter given = filter == null ? new OrganisedCrimeGroupFilter() : filter;
        return new ObservationSearch<>(ROWS.as(OrganisedCrimeGroupCount.class))
                .ofMetrics(given.metric, List.of(MetricType.ORGANISED_CRIME_GROUP))
                .inAreas(given.area)
                .ofDimensions(given.predominantCrimeType)
                .asAt(given.asAt)
                .in(order);
    }
}
