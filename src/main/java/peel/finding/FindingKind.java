package peel.finding;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of finding.")
public enum FindingKind {
    @Description("Something that the force should do better.")
    AREA_FOR_IMPROVEMENT,
    @Description("Serious, critical or systemic shortcoming; the inspectorate adds one or more recommendations.")
    CAUSE_OF_CONCERN,
    @Description("Action that the inspectorate recommends to the force.")
    RECOMMENDATION,
    @Description("Practice that other forces can learn from.")
    PRACTICE
}
