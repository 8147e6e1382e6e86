package peel.importing.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import peel.change.ChangeAction;
import peel.change.ChangeKind;
import peel.query.Jdbc;

/**
 * Logs what an import changes, in its transaction: one row for each fact; one for many facts of one kind, or of one metric,
 * in one file; and one for all rows of a format that has no facts. The first import into a database is logged as one row
 * for each format.
 */
public final class ChangeLog {

    /** The longest text of what a fact says, in characters. */
    private static final int LONGEST = 200;

    /** Facts of one action and part, which {@link LoggedFacts#parts} declares. */
    private record Part(
            ChangeAction action,
            int part,
            int facts,
            @Nullable Integer publication,
            @Nullable Integer area) {}

    /** How many rows of a format were inserted and changed. */
    private record Count(ChangeKind kind, String file, long inserted, long changed) {}

    private final Connection connection;
    private final int revision;
    private final UUID state;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private boolean empty = true;

    private ChangeLog(Connection connection, int revision, UUID state) {
        this.connection = connection;
        this.revision = revision;
        this.state = state;
    }

    /**
     * Begins the log of an import.
     *
     * @param connection in a transaction that holds the lock of imports
     */
    public static ChangeLog begin(Connection connection) throws SQLException {
        int revision = Jdbc.first(
                        connection, "select coalesce(max(revision), 0) + 1 from dataset_revision", row -> row.getInt(1))
                .orElseThrow();
        return new ChangeLog(connection, revision, UUID.randomUUID());
    }

    /** The number of the revision that the import makes if it changes anything. */
    public int revision() {
        return revision;
    }

    /** The identity of that revision. */
    public UUID state() {
        return state;
    }

    /** Whether it is the first import into the database, of which only the formats' rows are counted. */
    public boolean isFirst() {
        return revision == 1;
    }

    /** Counts rows of a format, for one row of the log at the end. */
    public void count(ChangeKind kind, String format, String file, long inserted, long changed) {
        if (inserted + changed > 0) {
            counts.merge(
                    format,
                    new Count(kind, file, inserted, changed),
                    (one, other) -> new Count(kind, file, one.inserted + other.inserted, one.changed + other.changed));
        }
    }

    /**
     * Logs facts.
     *
     * @param rows a select of {@code line}, {@code action}, {@code said_before}, {@code said_after}, {@code part}, {@code
     *     place}, {@code publication_id} and the columns that the condition names, for each fact; called {@code d}
     * @param source a table that the facts are rows of, called {@code s}, and the condition that joins it with {@code d}
     */
    public void add(LoggedFacts facts, String format, String file, String rows, String source) throws SQLException {
        Map<ChangeAction, List<Integer>> few = new TreeMap<>();
        for (Part part : parts(rows)) {
            if (part.facts <= facts.limit()) {
                few.computeIfAbsent(part.action, action -> new ArrayList<>()).add(part.part);
            } else {
                addMany(facts.kind(), format, file, part);
            }
        }
        for (Map.Entry<ChangeAction, List<Integer>> each : few.entrySet()) {
            addEach(facts, format, file, rows, source, each.getKey(), each.getValue());
        }
    }

    private List<Part> parts(String rows) throws SQLException {
        return Jdbc.list(
                connection,
                """
                select action, part, count(*),
                       case when min(publication_id) = max(publication_id) then min(publication_id) end,
                       case when min(place) = max(place) then min(place) end
                from (%s) d
                group by action, part
                order by action, part
                """.formatted(rows),
                row -> new Part(
                        ChangeAction.valueOf(row.getString(1)),
                        row.getInt(2),
                        Math.toIntExact(row.getLong(3)),
                        row.getObject(4, Integer.class),
                        row.getObject(5, Integer.class)));
    }

    private void addMany(ChangeKind kind, String format, String file, Part part) throws SQLException {
        empty = false;
        Jdbc.update(
                connection,
                """
                insert into dataset_change (revision, state, kind, action, format, file, facts, metric_id, force_id,
                                            publication_id)
                values (?, ?, ?, ?, ?, ?, ?, nullif(?, 0), (select force_id from area where id = ?), ?)
                """,
                revision,
                state,
                kind,
                part.action,
                format,
                file,
                part.facts,
                part.part,
                part.area,
                part.publication);
    }

    /** Without parameters, since the statement may name temporary tables (see {@link Jdbc}). */
    private void addEach(
            LoggedFacts facts,
            String format,
            String file,
            String rows,
            String source,
            ChangeAction action,
            List<Integer> parts)
            throws SQLException {
        String before =
                facts.earlier().filter(words -> action == ChangeAction.INSERTED).orElse("d.said_before");
        empty &= 0
                == Jdbc.update(connection, """
                insert into dataset_change (revision, state, kind, action, format, file, facts, node_id, force_id, cycle,
                                            question_id, question_code, metric_id, subject, said_before, said_after,
                                            publication_id, source_url, source_figure, source_page, source_line_from,
                                            source_line_to, source_file, source_quotation)
                select %d, '%s', '%s', '%s', '%s', %s, 1, %s, %s, %s, %s, %s, %s, %s, %s, %s,
                       s.publication_id, s.source_url, s.source_figure, s.source_page, s.source_line_from,
                       s.source_line_to, s.source_file, s.source_quotation
                from (%s) d join %s %s
                where d.action = '%s' and d.part in (%s)
                order by d.line, 8
                """.formatted(
                                revision,
                                state,
                                facts.kind(),
                                action,
                                format,
                                quoted(file),
                                facts.node(),
                                facts.force(),
                                facts.cycle(),
                                facts.questionKey(),
                                facts.questionCode(),
                                facts.metric(),
                                shortened(facts.subject()),
                                shortened(before),
                                shortened("d.said_after"),
                                rows,
                                source,
                                facts.joins(),
                                action,
                                parts.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    private String quoted(String text) throws SQLException {
        return "'" + connection.unwrap(BaseConnection.class).escapeString(text) + "'";
    }

    private static String shortened(String expression) {
        return expression.equals("null")
                ? "cast(null as text)"
                : "case when length(%1$s) > %2$d then left(%1$s, %2$d - 1) || '…' else %1$s end"
                        .formatted(expression, LONGEST);
    }

    /** Logs that a report arrived, or a new version of it. */
    public void addReport(int publicationKey) throws SQLException {
        empty = false;
        Jdbc.update(connection, """
                insert into dataset_change (revision, state, kind, action, format, file, facts, node_id, force_id, cycle,
                                            subject, said_before, said_after, publication_id)
                select ?, ?, 'REPORT', case when r.version = 1 then 'INSERTED' else 'CHANGED' end, 'report', r.file, 1, r.id,
                       i.force_id, i.cycle,
                """ + shortened("r.title") + """
                       , case when r.version > 1 then 'version ' || r.version - 1 end, 'version ' || r.version,
                       r.publication_id
                from report r join inspection i on i.id = r.inspection_id
                where r.publication_id = ? and r.superseded_at is null
                """, revision, state, publicationKey);
    }

    /**
     * Ends the log of an import that changed something, and forgets old changes: all of a revision or none, and never
     * those of this import.
     *
     * @param file the name of what was imported
     * @param kept the number of changes that are kept
     */
    public void end(String file, ImportChanges.Counts total, int kept) throws SQLException {
        for (Map.Entry<String, Count> each : counts.entrySet()) {
            Count count = each.getValue();
            addCounted(count.kind, ChangeAction.INSERTED, each.getKey(), count.file, count.inserted);
            // What a first import changes are its own rows: metrics get their parents, for instance.
            if (!isFirst()) {
                addCounted(count.kind, ChangeAction.CHANGED, each.getKey(), count.file, count.changed);
            }
        }
        if (empty) {
            // A revision without a change in the log would look as if its changes were forgotten.
            addCounted(ChangeKind.REFERENCE, ChangeAction.CHANGED, "other", file, total.inserted() + total.changed());
        }
        Jdbc.update(connection, """
                delete from dataset_change
                where revision < ? and revision <= (
                    select revision from dataset_change order by revision desc, position desc offset ? limit 1)
                """, revision, kept);
    }

    private void addCounted(ChangeKind kind, ChangeAction action, String format, String file, long facts)
            throws SQLException {
        if (facts > 0) {
            empty = false;
            Jdbc.update(connection, """
                    insert into dataset_change (revision, state, kind, action, format, file, facts)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """, revision, state, kind, action, format, file, Math.toIntExact(facts));
        }
    }
}
