package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.node.Node;

@Entity
@DiscriminatorValue("CRIME_RATE")
@Description("Observation of recorded crime: a number, a rate, a score, or a change since a baseline period.")
public class CrimeRate extends StoredObservation implements Observation, Node {

    @NonNull @Description("Offences that are counted, as printed: \"Recorded crime (excluding fraud)\", \"Sexual offences\" ...")
    @SuppressWarnings("NullAway") // Imports require a dimension of observations of this type.
    public String getOffenceGroup() {
        return dimension;
    }
}
