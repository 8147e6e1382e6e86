package peel.page.report;

import org.jspecify.annotations.Nullable;
import peel.page.PageTable;

/**
 * Imported reports.
 *
 * @param next the address of the next ones, null if there are no more
 * @param all the address of all reports, null if these are all
 */
public record ReportsView(
        PageTable reports,
        @Nullable String next,
        String search,
        @Nullable String all) {}
