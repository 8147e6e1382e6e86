package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.node.Node;

/** Recorded crime: a rate, or its change since a baseline. */
@Entity
@DiscriminatorValue("CRIME_RATE")
@Description("Recorded crime: a rate, or its change since a baseline.")
public class CrimeRate extends StoredObservation implements Observation, Node {

    /** The offences counted. */
    @NonNull @Description("The offences counted, as printed: \"Recorded crime (excluding fraud)\", \"Sexual offences\" ...")
    public String getOffenceGroup() {
        return dimension;
    }
}
