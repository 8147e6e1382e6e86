package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

@Entity
@DiscriminatorValue("PARTNERSHIP")
@Description(
        "Observation of the bodies and hubs in which a force works with partners, such as multi-agency safeguarding hubs (MASHs).")
public class Partnership extends StoredObservation implements Observation, Node {}
