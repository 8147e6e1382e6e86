package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

@Entity
@DiscriminatorValue("STOP_AND_SEARCH")
@Description("Observation of stop and search: a number of searches, or of arrests that followed them.")
public class StopAndSearch extends StoredObservation implements Observation, Node {}
