package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

/** Whether what a report says of the judgment before agrees with the judgment that is stored. */
@Description("Whether what a report says of the judgment before agrees with the judgment that is stored.")
public enum Agreement {
    @Description("It agrees.")
    AGREES,
    @Description("It does not agree.")
    DISAGREES,
    @Description("Nothing is stored, or nothing is said, to compare with.")
    UNKNOWN
}
