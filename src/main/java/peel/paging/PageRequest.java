package peel.paging;

import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.query.Selection;

/**
 * Which page of a list is requested: the four arguments of a connection, as Relay's specification defines them.
 *
 * @param first the most items from the start, 0 to {@link #LARGEST}; null if the page is read from the end
 * @param after the cursor after which the page starts, exclusive; null for the start of the list
 * @param last the most items from the end, 0 to {@link #LARGEST}; null if the page is read from the start. With {@code
 *     first}, the page is the end of what {@code first} selects.
 * @param before the cursor before which the page ends, exclusive; null for the end of the list
 */
public record PageRequest(
        @Nullable Integer first,
        @Nullable String after,
        @Nullable Integer last,
        @Nullable String before) {

    /** The largest page. */
    public static final int LARGEST = Selection.LARGEST_PAGE;

    /** The size of a page if neither {@code first} nor {@code last} is set. All forces fit on such a page. */
    public static final int DEFAULT = 50;

    // Descriptions of the arguments, which are the same on every connection.

    public static final String FIRST =
            "Return at most the first n items after `after`. 0–" + LARGEST + ", default " + DEFAULT + ".";

    public static final String AFTER = "Cursor after which the page starts. Default: the start of the list.";

    public static final String LAST = "Return at most the last n items before `before`. 0–" + LARGEST + ", default "
            + DEFAULT + " if `before` is set and neither `first` nor `after` is.";

    public static final String BEFORE = "Cursor before which the page ends. Default: the end of the list.";

    /**
     * The page that the four arguments of a connection request.
     *
     * @throws BadUserInputException if a size is out of bounds
     */
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        check("first", first);
        check("last", last);
        if (first != null || last != null) {
            return new PageRequest(first, after, last, before);
        }
        return before != null && after == null
                ? new PageRequest(null, null, DEFAULT, before)
                : new PageRequest(DEFAULT, after, null, before);
    }

    private static void check(String name, @Nullable Integer given) {
        if (given != null && (given < 0 || given > LARGEST)) {
            throw new BadUserInputException(
                    "\"%s\" is %d, but must be in the range 0 to %d.".formatted(name, given, LARGEST));
        }
    }
}
