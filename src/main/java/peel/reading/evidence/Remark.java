package peel.reading.evidence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;

/**
 * A place in a report that a person should check.
 *
 * @param text a description of the contradiction, or the words that were not understood
 * @param other the second place of a contradiction, otherwise null
 */
public record Remark(
        Kind kind, String text, Place place, @Nullable Place other) {

    @Enum("RemarkKind")
    @Description("Kind of remark.")
    public enum Kind {
        @Description(
                "Two places in the report contradict each other. The remark names both; the printed values are kept unchanged.")
        CONTRADICTION,
        @Description("A sentence or table row contains a number or a grade that the import did not understand.")
        NOT_UNDERSTOOD
    }
}
