package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Scheme under which offenders are managed, or type of court order.")
public enum OffenderScheme {
    @Description("Integrated offender management (IOM).")
    IOM,
    @Description("Multi-agency public protection arrangements (MAPPA).")
    MAPPA,
    @Description("Sexual Offence Prevention Order (SOPO), used until March 2015.")
    SOPO,
    @Description("Sexual Harm Prevention Order (SHPO), used since March 2015.")
    SHPO
}
