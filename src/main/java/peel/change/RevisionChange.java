package peel.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.RowType;
import peel.query.Rows;

@Description("How many facts of one kind an import changed, from one file.")
public record RevisionChange(
        @Ignore int revision,

        @NonNull @Description("Kind of what changed.") ChangeKind kind,

        @NonNull @Description("What the import did.") ChangeAction action,

        @NonNull @Description("Format of the rows: the name of a CSV format, or \"report\".")
        String format,

        @NonNull @Description("Name of the file that was imported, or \"bundled dataset\".")
        String file,

        @Description("Number of facts.") int facts) {

    private static final RowType<RevisionChange> ROWS = RowType.ofExpressions(row -> new RevisionChange(
            row.intValue("h.revision"),
            row.enumValue("h.kind", ChangeKind.class),
            row.enumValue("h.action", ChangeAction.class),
            row.text("h.format"),
            row.text("h.file"),
            Math.toIntExact(row.longValue("sum(h.facts)"))));

    /** What each revision changed, in the order in which it was imported. */
    static List<List<RevisionChange>> ofRevisions(List<Integer> revisions) {
        String tail = """
                from dataset_change h
                where h.revision = any(:keys)
                group by h.revision, h.kind, h.action, h.format, h.file
                order by h.revision, min(h.position)
                """;
        return Rows.grouped(revisions, Rows.ofAny(ROWS, tail, revisions), RevisionChange::revision);
    }
}
