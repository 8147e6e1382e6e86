package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

@Entity
@DiscriminatorValue("VICTIM_SATISFACTION")
@Description("Observation of the share of crime victims who were satisfied with the police.")
public class VictimSatisfaction extends StoredObservation implements Observation, Node {}
