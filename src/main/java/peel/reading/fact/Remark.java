package peel.reading.fact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/**
 * What a reader should look at.
 *
 * @param kind why
 * @param text what contradicts what, or the sentence that nothing was taken from
 * @param place where
 * @param other the second place of a contradiction, else null
 */
public record Remark(Kind kind, String text, Place place, Place other) {

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
