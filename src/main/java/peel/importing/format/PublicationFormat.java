package peel.importing.format;

import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.URL;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.table.MergeRule.KEEP_IF_STORED;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import peel.importing.input.InputRow;
import peel.source.PublicationKind;

final class PublicationFormat extends Format {

    private static final Pattern PUBLISHED = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    private static final CellType DAY_MONTH_OR_YEAR = CellType.of(
            "day, month or year, such as `2016-02-18`, `2015-12` or `2014`", ValueType.TEXT, (row, column, context) -> {
                String date = row.text(column);
                if (!PUBLISHED.matcher(date).matches() || !exists(date)) {
                    throw row.error(
                            column, InputRow.quoted(date) + " is not a date such as 2016-02-18, 2015-12 or 2014");
                }
                return date;
            });

    /** Whether a calendar has the day, month or year. */
    private static boolean exists(String date) {
        try {
            LocalDate.parse(date + "-01-01".substring(Math.min(6, date.length() - 4)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    PublicationFormat() {
        super("publications", "publication", "Documents and sites that facts are taken from.");
        naturalKey("code");
        key("code");
        column("code", TEXT, "A short name of the publication, which other formats refer to.");
        column("title", TEXT, "The title.").merged(KEEP_IF_STORED);
        column("publisher", TEXT, "Who published it.").merged(KEEP_IF_STORED);
        column("published", optional(DAY_MONTH_OR_YEAR), "When it was published.")
                .merged(KEEP_IF_STORED);
        column("url", optional(URL), "Where it is on the web.").merged(KEEP_IF_STORED);
        column("kind", oneOf(PublicationKind.class), "What kind of document or site it is.")
                .merged(KEEP_IF_STORED);
        export("", "t.code");
    }
}
