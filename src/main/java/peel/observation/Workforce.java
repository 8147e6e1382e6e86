package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

/** People who work for a force. */
@Entity
@DiscriminatorValue("WORKFORCE")
@Description("People who work for a force.")
public class Workforce extends StoredObservation implements Observation, Node {}
