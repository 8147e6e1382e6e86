package peel.force;

import org.eclipse.microprofile.graphql.Description;

/** The country a force polices in. */
@Description("The country a force polices in.")
public enum Country {
    @Description("England.")
    ENGLAND,
    @Description("Wales.")
    WALES
}
