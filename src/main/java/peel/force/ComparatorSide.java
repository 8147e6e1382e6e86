package peel.force;

import org.eclipse.microprofile.graphql.Description;

@Description("Side of the value of England and Wales.")
public enum ComparatorSide {
    @Description("Greater than the value of England and Wales.")
    ABOVE,
    @Description("Less than the value of England and Wales.")
    BELOW
}
