package peel.observation;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of metrics; each has its own type of observation. */
@Description("Kinds of metrics; each has its own type of observation.")
public enum MetricType {
    @Description("CrimeRate.")
    CRIME_RATE,
    @Description("CrimeOutcome.")
    CRIME_OUTCOME,
    @Description("AntiSocialBehaviour.")
    ANTI_SOCIAL_BEHAVIOUR,
    @Description("VictimSatisfaction.")
    VICTIM_SATISFACTION,
    @Description("OrganisedCrimeGroupCount.")
    ORGANISED_CRIME_GROUP,
    @Description("OffenderManagementFigure.")
    OFFENDER_MANAGEMENT,
    @Description("Investigation.")
    INVESTIGATION,
    @Description("Workforce.")
    WORKFORCE,
    @Description("Population.")
    POPULATION,
    @Description("Partnership.")
    PARTNERSHIP
}
