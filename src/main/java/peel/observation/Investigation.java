package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

@Entity
@DiscriminatorValue("INVESTIGATION")
@Description(
        "Observation of how crime is investigated or how outcomes are recorded, such as the share of low-risk crime investigated by telephone.")
public class Investigation extends StoredObservation implements Observation, Node {}
