package peel.force;

import org.eclipse.microprofile.graphql.Description;

@Description("How the regional organised crime unit of a force was determined.")
public enum UnitBasis {
    @Description("A source names the unit.")
    SOURCED,
    @Description("No source was found, but no other unit is possible for the force.")
    BY_ELIMINATION
}
