package peel.force;

import org.eclipse.microprofile.graphql.Description;

/** How it is known which regional organised crime unit a force belongs to. */
@Description("How it is known which regional organised crime unit a force belongs to.")
public enum UnitBasis {
    @Description("A source says so.")
    SOURCED,
    @Description("No other unit is left for the force's region; no source was found.")
    BY_ELIMINATION
}
