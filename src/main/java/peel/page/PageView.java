package peel.page;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows.
 *
 * @param title the heading and, with the name of the site, the title
 * @param description one sentence, for search engines and shared links
 * @param body the part of the page below the heading; includes the table and the chart where they belong
 * @param tables the tables of the page; the first one is also its CSV and JSON
 * @param chart the chart, null if there is none
 * @param feed the feed, null if there is none; instead of the table it is the page's JSON
 */
public record PageView(
        String title,
        String description,
        TemplateInstance body,
        List<PageTable> tables,
        @Nullable PageChart chart,
        @Nullable PageFeed feed) {

    /** A page without a feed. */
    public PageView(
            String title,
            String description,
            TemplateInstance body,
            List<PageTable> tables,
            @Nullable PageChart chart) {
        this(title, description, body, tables, chart, null);
    }

    /** A page without a table. */
    public static PageView of(String title, String description, TemplateInstance body) {
        return new PageView(title, description, body, List.of(), null, null);
    }

    /** A page whose table can be taken away. */
    public static PageView of(String title, String description, TemplateInstance body, PageTable table) {
        return new PageView(title, description, body, List.of(table), null, null);
    }

    /** This page with its chart, which has an address of its own and is shown where other sites embed the page. */
    public PageView with(PageChart drawn) {
        return new PageView(title, description, body, tables, drawn, feed);
    }

    /** This page with its feed. */
    public PageView with(PageFeed news) {
        return new PageView(title, description, body, tables, chart, news);
    }

    @Nullable PageTable table() {
        return tables.isEmpty() ? null : tables.get(0);
    }
}
