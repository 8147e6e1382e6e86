package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of area that an observation is about.")
public enum AreaKind {
    @Description("Area of one force.")
    FORCE,
    @Description("England and Wales.")
    ENGLAND_AND_WALES,
    @Description("Several forces whose figures were published together.")
    COMBINED,
    @Description("Region used in Home Office statistics.")
    REGION,
    @Description("England. Wales is a region.")
    COUNTRY,
    @Description("Country or region without a force that its figures leave out.")
    PARTIAL
}
