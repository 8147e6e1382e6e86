package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

/** People who live in an area. */
@Entity
@DiscriminatorValue("POPULATION")
@Description("People who live in an area.")
public class Population extends StoredObservation implements Observation, Node {}
