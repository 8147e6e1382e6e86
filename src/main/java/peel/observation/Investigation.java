package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

/** How crime is investigated and how its outcomes are recorded. */
@Entity
@DiscriminatorValue("INVESTIGATION")
@Description("How crime is investigated and how its outcomes are recorded.")
public class Investigation extends StoredObservation implements Observation, Node {}
