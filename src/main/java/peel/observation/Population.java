package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

@Entity
@DiscriminatorValue("POPULATION")
@Description("Observation of how many people live in an area.")
public class Population extends StoredObservation implements Observation, Node {}
