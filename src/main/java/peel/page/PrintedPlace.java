package peel.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.page.PageTable.Cell;

/**
 * Where a value is printed, as a link and in words.
 *
 * @param title of the publication
 * @param address the most exact one that is known; null if none is known
 * @param where figure, page and lines; empty if none is known
 */
public record PrintedPlace(String title, @Nullable String address, String where) {

    /** What an operation selects of a source. */
    public static final String FIELDS = """
            source { url figure page lineFrom lineTo publication { title url } }
            """;

    /** The place of an object with a {@code source} of these {@link #FIELDS}. */
    public static PrintedPlace of(PageData sourced) {
        PageData source = sourced.object("source");
        PageData publication = source.object("publication");
        @Nullable String exact = source.optionalText("url");
        List<String> where = new ArrayList<>();
        if (!source.isNull("figure")) {
            where.add(source.text("figure"));
        }
        if (!source.isNull("page")) {
            where.add("page " + source.text("page"));
        }
        if (!source.isNull("lineFrom")) {
            @Nullable String to = source.optionalText("lineTo");
            boolean one = to == null || to.equals(source.text("lineFrom"));
            where.add(one ? "line " + source.text("lineFrom") : "lines " + source.text("lineFrom") + "–" + to);
        }
        return new PrintedPlace(
                publication.text("title"),
                safe(exact == null ? publication.optionalText("url") : exact),
                String.join(", ", where));
    }

    /** Addresses are part of what users import: only those of the web become links. */
    private static @Nullable String safe(@Nullable String address) {
        return address != null && (address.startsWith("https://") || address.startsWith("http://")) ? address : null;
    }

    /** The title as a link. */
    public Cell titleCell() {
        return Cell.text(title).linked(address);
    }

    public Cell whereCell() {
        return where.isEmpty() ? Cell.EMPTY : Cell.text(where);
    }

    /** The address itself, for files. */
    public Cell addressCell() {
        return address == null ? Cell.EMPTY : Cell.code(address, "open").linked(address);
    }
}
