package peel.paging;

import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.query.Selection;

/**
 * Which page of a list is requested, read from the arguments of a connection.
 *
 * @param size the maximum number of items, 1 to {@link #LARGEST}
 * @param cursor the cursor next to which the page starts, exclusive; null for an end of the list
 * @param forwards whether the page is read from the start of the list ({@code first}, {@code after})
 */
public record PageRequest(int size, @Nullable String cursor, boolean forwards) {

    /** The largest page. */
    public static final int LARGEST = Selection.LARGEST_PAGE;

    /** The size of a page if neither {@code first} nor {@code last} is set. All forces fit on such a page. */
    public static final int DEFAULT = 50;

    // Descriptions of the arguments, which are the same on every connection.

    public static final String FIRST =
            "Return the first n items after `after`. 1–" + LARGEST + ", default " + DEFAULT + ".";

    public static final String AFTER = "Cursor after which the page starts. Default: the start of the list.";

    public static final String LAST = "Return the last n items before `before`. 1–" + LARGEST + ", default " + DEFAULT
            + " if `before` is set. Cannot be combined with `first` or `after`.";

    public static final String BEFORE = "Cursor before which the page ends. Default: the end of the list.";

    /**
     * The page that the four arguments of a connection request.
     *
     * @throws BadUserInputException if arguments contradict each other or a size is out of bounds
     */
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        refuseBoth("first", first, "last", last);
        refuseBoth("after", after, "before", before);
        refuseBoth("first", first, "before", before);
        refuseBoth("last", last, "after", after);
        boolean forwards = last == null && before == null;
        return forwards ? of(first, after) : new PageRequest(size("last", last), before, false);
    }

    /**
     * The page that the arguments of a connection request, if the connection can be read forwards only.
     *
     * @throws BadUserInputException if the size is out of bounds
     */
    public static PageRequest of(@Nullable Integer first, @Nullable String after) {
        return new PageRequest(size("first", first), after, true);
    }

    private static void refuseBoth(String name, @Nullable Object value, String otherName, @Nullable Object otherValue) {
        if (value != null && otherValue != null) {
            throw new BadUserInputException(
                    "\"%s\" and \"%s\" cannot be combined: use \"first\" with \"after\", or \"last\" with \"before\"."
                            .formatted(name, otherName));
        }
    }

    private static int size(String name, @Nullable Integer given) {
        if (given == null) {
            return DEFAULT;
        }
        if (given < 1 || given > LARGEST) {
            throw new BadUserInputException(
                    "\"%s\" is %d, but must be in the range 1 to %d.".formatted(name, given, LARGEST));
        }
        return given;
    }
}
