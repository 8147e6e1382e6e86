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

    /** Why a remark was made. */
    @Enum("RemarkKind")
    @Description("Why a remark was made.")
    public enum Kind {
        @Description("Two places of the report say different things. Both are told, what is printed is kept.")
        CONTRADICTION,
        @Description("A sentence holds a number or a grade's word, and no rule took it.")
        NOT_UNDERSTOOD
    }
}
