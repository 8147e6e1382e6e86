package peel.force;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of council.")
public enum CouncilKind {
    @Description("County council, whose area is divided into districts.")
    COUNTY,
    @Description("District council in a county that has a county council too.")
    DISTRICT,
    @Description("Single council of its area. All councils in Wales are of this kind.")
    UNITARY_AUTHORITY,
    @Description("Council of a metropolitan district.")
    METROPOLITAN_DISTRICT,
    @Description("Council of a London borough.")
    LONDON_BOROUGH,
    @Description("City of London Corporation.")
    CITY_CORPORATION
}
