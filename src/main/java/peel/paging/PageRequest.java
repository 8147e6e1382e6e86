package peel.paging;

import peel.error.BadUserInputException;
import peel.query.Selection;

/**
 * Which page of a list is wanted: so many from a cursor on, forwards or backwards.
 *
 * @param size at most so many items, 1 to 100
 * @param cursor the item beyond which the page starts, or null
 * @param forwards whether it is read from the list's start ({@code first}, {@code after})
 */
public record PageRequest(int size, String cursor, boolean forwards) {

    /** The largest page. */
    public static final int LARGEST = Selection.LARGEST_PAGE;

    /** The page's size when neither {@code first} nor {@code last} is given: all forces fit. */
    public static final int DEFAULT = 50;

    /**
     * Reads the four arguments of a connection.
     *
     * @throws BadUserInputException if they contradict each other or a size is out of bounds
     */
    public static PageRequest of(Integer first, String after, Integer last, String before) {
        if (first != null && last != null) {
            throw new BadUserInputException(
                    "\"first\" and \"last\" were both given: a page is read from one end, give one of them.");
        }
        if (after != null && before != null) {
            throw new BadUserInputException(
                    "\"after\" and \"before\" were both given: a page is read from one end, give one of them.");
        }
        if (first != null && before != null) {
            throw new BadUserInputException(
                    "\"first\" goes with \"after\", \"last\" with \"before\": \"first\" and \"before\" were given.");
        }
        if (last != null && after != null) {
            throw new BadUserInputException(
                    "\"first\" goes with \"after\", \"last\" with \"before\": \"last\" and \"after\" were given.");
        }
        boolean forwards = last == null && before == null;
        Integer size = forwards ? first : last;
        if (size != null && (size < 1 || size > LARGEST)) {
            throw new BadUserInputException(
                    "\"%s\" is %d: a page has 1 to %d items.".formatted(forwards ? "first" : "last", size, LARGEST));
        }
        return new PageRequest(size == null ? DEFAULT : size, forwards ? after : before, forwards);
    }
}
