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
                "Two places in the report contradict each other. The remark names both. The printed value is kept unchanged, unless the text begins with 'held back: ': then it is not stored.")
        CONTRADICTION,
        @Description(
                "A sentence or table row contains a number or a grade that the import did not understand. If the text begins with 'held back: ', it is a fact that is in doubt and not stored.")
        NOT_UNDERSTOOD
    }

    /** The words with which the text of a remark begins if it is about a fact that was read and not stored. */
    public static final String HELD_BACK = "held back: ";

    /**
     * A remark on a fact that is not stored.
     *
     * @param fact what was read
     * @param why the reason for the doubt
     */
    public static Remark heldBack(String fact, String why, Place place) {
        return new Remark(Kind.NOT_UNDERSTOOD, HELD_BACK + fact + ": " + why, place, null);
    }

    /** Whether the remark is about a fact that was read, but not stored because it is in doubt. */
    public boolean isHeldBack() {
        return text.startsWith(HELD_BACK);
    }
}
