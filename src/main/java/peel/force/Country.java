package peel.force;

import org.eclipse.microprofile.graphql.Description;

@Description("Country that a force polices.")
public enum Country {
    @Description("England.")
    ENGLAND,
    @Description("Wales.")
    WALES
}
