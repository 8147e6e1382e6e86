package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.node.Node;

@Entity
@DiscriminatorValue("CRIME_OUTCOME")
@Description(
        "Observation of how recorded crimes were resolved: a number of outcomes, or their share of the recorded offences.")
public class CrimeOutcome extends StoredObservation implements Observation, Node {

    @NonNull @Description(
            "Outcome type, or group of outcome types, as printed: \"Charged/Summonsed\", \"Community resolution\" ...")
    @SuppressWarnings("NullAway") // Imports require a dimension of observations of this type.
    public String getOutcomeType() {
        return dimension;
    }

    @Description(
            "Group that the outcome type belongs to: \"Out-of-court (formal)\". Null if the outcome type belongs to no group, and for a group itself.")
    public @Nullable String getOutcomeGroup() {
        return dimensionGroup;
    }
}
