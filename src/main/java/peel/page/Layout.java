package peel.page;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the body of a page.
 *
 * @param root the relative path to the root of the service
 * @param style the address of the style sheet
 * @param body HTML
 * @param head HTML for the head
 * @param navigation the links of the header
 * @param forms the other forms of the page
 * @param query the address of the page's operation in GraphiQL, null if it has none
 * @param state the identity of the state of the data, null if the page shows none
 * @param updated when the data last changed, null if that is unknown
 * @param searched what the search field for places contains
 */
public record Layout(
        String title,
        String description,
        String root,
        String style,
        String body,
        String head,
        List<NavigationLink> navigation,
        List<PageLink> forms,
        @Nullable String query,
        @Nullable String state,
        @Nullable String updated,
        String searched) {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** When the data last changed, to the minute, for people; empty if that is unknown. */
    public String updatedWords() {
        return updated == null ? "" : WORDS.format(OffsetDateTime.parse(updated));
    }

    /**
     * A link of the header.
     *
     * @param current whether it leads to the page or to one above it
     */
    public record NavigationLink(String text, String href, boolean current) {}
}
