package peel.finding;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of findings. */
@Description("Kinds of findings.")
public enum FindingKind {
    @Description("Something the force should do better.")
    AREA_FOR_IMPROVEMENT,
    @Description("A serious, critical or systemic shortcoming; recommendations go with it.")
    CAUSE_OF_CONCERN,
    @Description("Something the force is told to do.")
    RECOMMENDATION,
    @Description("Practice that others can learn from.")
    PRACTICE
}
