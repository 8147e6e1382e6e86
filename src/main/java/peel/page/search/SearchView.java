package peel.page.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.page.PageLink;

/**
 * The answer to a search.
 *
 * @param asked what was searched for; empty if nothing was
 * @param count how many hits there are, in words
 * @param next the address of the next hits, null if there are no more
 * @param action the address of the form
 */
public record SearchView(
        String asked,
        String force,
        String count,
        List<Hit> hits,
        @Nullable String next,
        String action,
        List<PageLink> forces,
        String reports) {

    /**
     * One hit.
     *
     * @param heading what it is about
     * @param source where it is printed
     * @param href where it is printed, null if no address is known
     */
    public record Hit(
            String heading,
            String about,
            List<Part> excerpt,
            String source,
            @Nullable String href) {}

    /** A part of an excerpt. */
    public record Part(String text, boolean highlighted) {}
}
