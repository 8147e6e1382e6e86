package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

/** Bodies and hubs in which a force works with others. */
@Entity
@DiscriminatorValue("PARTNERSHIP")
@Description("Bodies and hubs in which a force works with others.")
public class Partnership extends StoredObservation implements Observation, Node {}
