package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import peel.node.Node;

/** Incidents of anti-social behaviour: a number, a rate, or a change. Incidents are not crimes. */
@Entity
@DiscriminatorValue("ANTI_SOCIAL_BEHAVIOUR")
@Description("Incidents of anti-social behaviour: a number, a rate, or a change. Incidents are not crimes.")
public class AntiSocialBehaviour extends StoredObservation implements Observation, Node {}
