package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;
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
     * The counts that a filter leaves.
     *
     * @throws peel.error.BadUserInput if the filter names a metric, an area or a type of crime that
     *     does not exist
     */
    public static Selection<OrganisedCrimeGroupCount> matching(OrganisedCrimeGroupFilter filter) {
        Selection<OrganisedCrimeGroupCount> counts =
                Selection.of(ROWS.as(OrganisedCrimeGroupCount.class))
                        .where("o.type = :type", "type", MetricType.ORGANISED_CRIME_GROUP.name());
        if (filter == null) {
            return counts;
        }
        about(counts, filter.metric, filter.area);
        inDimensions(counts, filter.predominantCrimeType);
        if (filter.asAt != null) {
            counts.where("o.as_at = :asAt and o.ends_on = :asAt", "asAt", filter.asAt);
        }
        return counts;
    }
}
