package peel.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.page.PageTable.Cell;

/**
 * Where a value is printed, as links and in words.
 *
 * @param title of the publication
 * @param address the most exact one that is known; null if none is known
 * @param where figure, page and lines; empty if none is known
 * @param line the path of the line in an imported report, null if the report is not imported or the line not known
 */
public record PrintedPlace(
        String title,
        @Nullable String address,
        String where,
        @Nullable String line) {

    /** What an operation selects of a source. */
    public static final String FIELDS = """
            source { url figure page file lineFrom lineTo publication { title url report { id file } } }
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
                String.join(", ", where),
                line(source, publication.optionalObject("report")));
    }

    /** Lines of another file, such as another part of the publication, are not those of the report. */
    private static @Nullable String line(PageData source, @Nullable PageData report) {
        if (report == null || source.isNull("lineFrom")) {
            return null;
        }
        @Nullable String file = source.optionalText("file");
        return file == null || file.equals(report.text("file"))
                ? lineOf(report.text("id"), source.integer("lineFrom"))
                : null;
    }

    /** The path of a line of an imported report. */
    public static String lineOf(String report, int line) {
        return "/reports/%s?line=%d#L%2$d".formatted(PageAddress.encode(report), line);
    }

    /** Addresses are part of what users import: only those of the web become links. */
    private static @Nullable String safe(@Nullable String address) {
        return address != null && (address.startsWith("https://") || address.startsWith("http://")) ? address : null;
    }

    /** The title as a link. */
    public Cell titleCell() {
        return Cell.text(title).linked(address);
    }

    /** The place in words, which lead to the line of an imported report. */
    public Cell whereCell(PageAddress from) {
        return where.isEmpty() ? Cell.EMPTY : Cell.text(where).linked(line == null ? null : from.to(line));
    }

    /** The nearest place that a value can lead to: the line of an imported report, otherwise the publication. */
    public @Nullable String link(PageAddress from) {
        return line == null ? address : from.to(line);
    }

    /** The address itself, for files. */
    public Cell addressCell() {
        return address == null ? Cell.EMPTY : Cell.code(address, "open").linked(address);
    }
}
