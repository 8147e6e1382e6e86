package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

/** The share of victims of crime who were satisfied with the police. */
@Entity
@DiscriminatorValue("VICTIM_SATISFACTION")
@Description("The share of victims of crime who were satisfied with the police.")
public class VictimSatisfaction extends StoredObservation implements Observation, Node {}
