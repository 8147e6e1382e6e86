package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

@Entity
@DiscriminatorValue("WORKFORCE")
@Description("Observation of the people who work for a force, such as the number of police officers.")
public class Workforce extends StoredObservation implements Observation, Node {}
