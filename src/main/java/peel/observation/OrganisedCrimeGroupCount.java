package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;
import peel.node.Node;
import peel.query.OrderKey;
import peel.query.Selection;

@Entity
@DiscriminatorValue("ORGANISED_CRIME_GROUP")
@Description(
        "Observation of the organised crime groups (OCGs) that a force disrupts, investigates or monitors: a number, a rate, or the share of one type of crime.")
public class OrganisedCrimeGroupCount extends StoredObservation implements Observation, Node {

    @Description("Predominant type of crime of the groups counted: \"Drug activity\". Null for all groups together.")
    public @Nullable String getPredominantCrimeType() {
        return dimension;
    }

    /**
     * The counts that match a filter, for one order.
     *
     * @throws peel.error.BadUserInputException if the filter names a metric, an area or a type of crime that
     *     does not exist
     */
    public static Selection<OrganisedCrimeGroupCount> matching(
            @Nullable OrganisedCrimeGroupFilter filter, OrderKey<OrganisedCrimeGroupCount> order) {
        OrganisedCrimeGroupFilter given = filter == null ? new OrganisedCrimeGroupFilter() : filter;
        return new ObservationQuery<>(StoredObservationRows.ROWS.as(OrganisedCrimeGroupCount.class))
                .ofMetrics(given.metric, List.of(MetricType.ORGANISED_CRIME_GROUP))
                .inAreas(given.area)
                .ofDimensions(given.predominantCrimeType)
                .asAt(given.asAt)
                .in(order);
    }
}
