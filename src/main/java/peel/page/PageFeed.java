package peel.page;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News that readers of feeds fetch again and again, the newest first.
 *
 * @param id never changes, and no other feed of any service has it
 * @param updated when the newest entry was made, or the data changed last if there is none
 */
public record PageFeed(UUID id, String title, OffsetDateTime updated, List<Entry> entries) {

    /**
     * An item of news.
     *
     * @param id never changes, and nothing else has it
     * @param text the whole text, without markup
     * @param page the path of the page that shows more, such as {@code /forces/kent}
     * @param source the address of what the news is from, null if it has none
     * @param category what the news is about, in one word
     */
    public record Entry(
            UUID id,
            String title,
            String text,
            OffsetDateTime updated,
            String page,
            @Nullable String source,
            String category) {}
}
