package peel.observation;

import org.eclipse.microprofile.graphql.Description;

/** What kind of area a figure is about. */
@Description("What kind of area a figure is about.")
public enum AreaKind {
    @Description("The area of one force.")
    FORCE,
    @Description("England and Wales.")
    ENGLAND_AND_WALES,
    @Description("A combination of forces that was published together.")
    COMBINED,
    @Description("A region of the Home Office's statistics.")
    REGION
}
