package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

@Entity
@DiscriminatorValue("ANTI_SOCIAL_BEHAVIOUR")
@Description(
        "Observation of anti-social behaviour: a number of incidents, a rate, or a change. The incidents are not crimes.")
public class AntiSocialBehaviour extends StoredObservation implements Observation, Node {}
