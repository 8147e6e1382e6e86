package peel.page.feed;

import java.util.ArrayList;
import java.util.List;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;

/** The log of changes, as pages show it. */
public final class ChangeLog {

    /** What an operation selects of a change. */
    public static final String FIELDS = """
            id changedAt kind action format file facts subject before after nodeId
            force { slug name } cycle { code } question { code } metric { code name }
            source { url page lineFrom lineTo publication { title url } }
            """;

    /** What an operation selects of a revision of the dataset. */
    public static final String REVISION_FIELDS =
            "revision state imported importedAt changes { kind action format file facts }";

    /** The length of a time such as 2026-11-30T12:37, whose seconds follow. */
    private static final int TO_MINUTES = 16;

    private ChangeLog() {}

    /** A row for each change. */
    static PageTable of(PageAddress address, String title, List<Change> changes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Change change : changes) {
            rows.add(List.of(
                    Cell.text(change.changedAt().toLocalDate().toString()),
                    Cell.text(change.what()),
                    change.about().isEmpty()
                            ? Cell.EMPTY
                            : Cell.text(change.about()).linked(address.to(change.page())),
                    Cell.text(change.said())));
        }
        return new PageTable(
                title,
                List.of(
                        Column.text("imported", "Imported"),
                        Column.text("change", "Change"),
                        Column.text("about", "About"),
                        Column.text("said", "What it says")),
                rows);
    }

    /** As {@link #of}, of objects with the {@link #FIELDS} of a change. */
    public static PageTable ofObjects(PageAddress address, String title, List<PageData> changes) {
        return of(address, title, changes.stream().map(Change::of).toList());
    }

    /** To the minute; CSV and JSON have the whole time. */
    private static Cell importedAt(String time) {
        return Cell.code(time, time.substring(0, TO_MINUTES).replace("T", ", ") + " UTC")
                .unbroken();
    }

    /** What each import changed: a row for each of its files and kinds of facts. */
    public static PageTable revisions(List<PageData> revisions) {
        List<List<Cell>> rows = new ArrayList<>();
        for (PageData revision : revisions) {
            for (PageData change : revision.objects("changes")) {
                rows.add(List.of(
                        Cell.integer(revision.integer("revision")),
                        importedAt(revision.text("importedAt")),
                        Cell.text(revision.text("imported")),
                        Cell.text(change.text("file")),
                        Cell.text(Change.what(change))));
            }
        }
        return new PageTable(
                "What each import changed, the newest first",
                List.of(
                        Column.integer("revision", "Revision"),
                        Column.text("imported_at", "Imported at"),
                        Column.text("imported", "What was imported"),
                        Column.text("file", "File"),
                        Column.text("changed", "What changed")),
                rows);
    }
}
