package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether the earlier judgment that a report states agrees with the earlier judgment that is stored.")
public enum Agreement {
    @Description("The report agrees with the stored judgment.")
    AGREES,
    @Description("The report disagrees with the stored judgment.")
    DISAGREES,
    @Description("Not known, because no earlier grade is stored or the report states nothing comparable.")
    UNKNOWN
}
