package peel.observation;

import org.eclipse.microprofile.graphql.Description;

/** Schemes of offender management. */
@Description("Schemes of offender management.")
public enum OffenderScheme {
    @Description("Integrated offender management.")
    IOM,
    @Description("Multi-agency public protection arrangements.")
    MAPPA,
    @Description("Sexual Offence Prevention Orders, until March 2015.")
    SOPO,
    @Description("Sexual Harm Prevention Orders, since March 2015.")
    SHPO
}
