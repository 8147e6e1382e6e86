package peel.page.report;

import org.jspecify.annotations.Nullable;
import peel.page.PageTable;

/**
 * Imported reports.
 *
 * @param next the address of the next ones, null if there are no more
 */
public record ReportsView(PageTable reports, @Nullable String next, String search) {}
