package peel.force;

import org.eclipse.microprofile.graphql.Description;

@Description("What a force and its peers have in common.")
public enum PeerGroup {
    @Description("Region, as in Home Office statistics.")
    REGION,
    @Description("Regional organised crime unit (ROCU).")
    REGIONAL_ORGANISED_CRIME_UNIT,
    @Description("Country.")
    COUNTRY
}
