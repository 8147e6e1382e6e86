package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.node.Node;

/**
 * How recorded crimes were resolved: a number of outcomes, or their share of the offences recorded.
 */
@Entity
@DiscriminatorValue("CRIME_OUTCOME")
@Description("How recorded crimes were resolved: a number of outcomes, or their share of the offences recorded.")
public class CrimeOutcome extends StoredObservation implements Observation, Node {

    /** The outcome. */
    @NonNull @Description("The outcome as printed: \"Charged/Summonsed\", \"Community resolution\" ...")
    public String getOutcomeType() {
        return dimension;
    }

    /** The group that the outcome is part of. */
    @Description("The group that it is a part of: \"Out-of-court (formal)\"; null for a group and where there is none.")
    public String getOutcomeGroup() {
        return dimensionGroup;
    }
}
