package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of metric. Each kind has its own GraphQL type of observation.")
public enum MetricType {
    @Description("The observations are of type `CrimeRate`.")
    CRIME_RATE,
    @Description("The observations are of type `CrimeOutcome`.")
    CRIME_OUTCOME,
    @Description("The observations are of type `AntiSocialBehaviour`.")
    ANTI_SOCIAL_BEHAVIOUR,
    @Description("The observations are of type `VictimSatisfaction`.")
    VICTIM_SATISFACTION,
    @Description("The observations are of type `OrganisedCrimeGroupCount`.")
    ORGANISED_CRIME_GROUP,
    @Description("The observations are of type `OffenderManagementFigure`.")
    OFFENDER_MANAGEMENT,
    @Description("The observations are of type `Investigation`.")
    INVESTIGATION,
    @Description("The observations are of type `Workforce`.")
    WORKFORCE,
    @Description("The observations are of type `Population`.")
    POPULATION,
    @Description("The observations are of type `Partnership`.")
    PARTNERSHIP,
    @Description("The observations are of type `StopAndSearch`.")
    STOP_AND_SEARCH
}
