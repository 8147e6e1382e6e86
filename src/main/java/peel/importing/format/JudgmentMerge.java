package peel.importing.format;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import peel.importing.input.DatasetException;
import peel.importing.input.Problems;
import peel.importing.table.ImportChanges;
import peel.importing.table.Origin;
import peel.importing.table.TableColumn;
import peel.importing.table.TableLoad;

/**
 * Merges judgments from their staging table. A judgment is never overwritten: another state or grade closes
 * the stored version and inserts a new one.
 *
 * <p>Each row is given one action. A row with {@code known_to} is history: {@code same} as a stored closed
 * version, {@code close} for the current one, {@code insert}, or a contradiction. A row without is {@code
 * same} as the current version, whatever the current version's {@code known_from}; {@code replaced} if it
 * says what a closed version of the same {@code known_from} said; {@code kept} if it is the dataset's and the
 * current version is a user's; {@code version}, {@code insert}, or a contradiction.
 */
final class JudgmentMerge {

    /** What a version says: another value makes another version. */
    private static final List<String> VERSION = List.of("state", "grade", "carried_over_from", "narrative");

    /** What tells a version from others. All other columns are brought up to date in a version that stays. */
    private static final Set<String> IDENTITY = Set.of("force_id", "question_id", "cycle", "known_from", "known_to");

    private static final Set<String> PUBLISHED = Set.of("published", "published_precision");

    /** Files without these columns do not empty them in a version that stays. */
    private static final Set<String> SUPPLEMENTS =
            Set.of("published", "published_precision", "may_be_carried_over", "confirmed_by");

    private final TableLoad load;
    private final LocalDate published;
    private final ImportChanges changes;

    JudgmentMerge(TableLoad load, LocalDate published, ImportChanges changes) {
        this.load = load;
        this.published = published;
        this.changes = changes;
    }

    void run() throws SQLException {
        try {
            load.refuseDuplicates();
            load.execute("""
                    alter table staging_judgment
                        add column action text, add column target uuid, add column version_from date
                    """);
            matchHistory();
            refuseContradictions();
            long closed = close();
            matchRestOfHistory();
            insert("known_to is not null and action = 'insert'");
            matchCurrent();
            refuseContradictions();
            long versions = closeForVersions();
            insert("known_to is null and action in ('insert', 'version')");
            updateInPlace();
            dateUndated();
            compareStatements();
            count(closed + versions);
        } catch (SQLException e) {
            throw load.refused(e);
        }
    }

    private void matchHistory() throws SQLException {
        load.execute("""
                update staging_judgment s
                set target = j.id,
                    action = case
                        when %s and j.known_to = s.known_to then 'same'
                        when %s and j.known_to is null then 'close'
                        else 'contradicts' end
                from judgment j
                where s.known_to is not null and j.force_id = s.force_id and j.question_id = s.question_id
                  and j.known_from is not distinct from s.known_from
                """.formatted(sameAs("j"), sameAs("j")));
    }

    private long close() throws SQLException {
        return load.execute("""
                update judgment j set known_to = s.known_to from staging_judgment s
                where s.action = 'close' and j.id = s.target
                """);
    }

    private void matchRestOfHistory() throws SQLException {
        load.execute("""
                update staging_judgment s
                set action = case when exists (
                        select from judgment j
                        where j.force_id = s.force_id and j.question_id = s.question_id
                          and daterange(j.known_from, j.known_to) && daterange(s.known_from, s.known_to))
                    then 'contradicts' else 'insert' end,
                    target = s.id, version_from = s.known_from
                where s.known_to is not null and s.action is null
                """);
        refuseContradictions();
    }

    private void matchCurrent() throws SQLException {
        load.execute("""
                update staging_judgment s
                set action = m.action,
                    target = case
                        when m.action = 'version' then case when m.version_from is distinct from s.known_from
                                                            then s.later_id else s.id end
                        when m.action = 'insert' then s.id
                        else m.target end,
                    version_from = case when m.action = 'insert' then s.known_from else m.version_from end
                from (
                    select s.csv_line, f.version_from,
                           case when %1$s then j.id else v.id end as target,
                           case
                               when %1$s then 'same'
                               when j.id is null and v.id is not null then 'same'
                               when v.id is not null then 'replaced'
                               when %4$s then 'kept'
                               when j.id is null and exists (
                                       select from judgment o
                                       where o.force_id = s.force_id and o.question_id = s.question_id
                                         and daterange(o.known_from, o.known_to) && daterange(s.known_from, null))
                                   then 'contradicts'
                               when j.id is null then 'insert'
                               when f.version_from <= j.known_from then 'early'
                               else 'version'
                           end as action
                    from staging_judgment s
                    left join judgment j
                        on j.force_id = s.force_id and j.question_id = s.question_id and j.known_to is null
                    left join judgment v
                        on v.force_id = s.force_id and v.question_id = s.question_id and v.known_to is not null
                       and v.known_from is not distinct from s.known_from and %2$s
                    cross join lateral (
                        select case when s.known_from is null or s.known_from is not distinct from j.known_from
                                    then date '%3$s' else s.known_from end as version_from) f
                    where s.known_to is null
                ) m
                where s.csv_line = m.csv_line and s.known_to is null
                """.formatted("(j.id is not null and " + sameAs("j") + ")", sameAs("v"), published, kept()));
    }

    /** The condition that the current version is a user's and stays. */
    private String kept() {
        return switch (load.origin()) {
            case BUNDLED -> "j.id is not null";
            case DATASET -> "j.source_file is not null";
            case CSV, REPORT -> "false";
        };
    }

    /** The condition that a row says the same as a version. */
    private String sameAs(String version) {
        String given = VERSION.stream()
                .map(column -> column.equals("narrative") && load.origin() == Origin.REPORT
                        ? "coalesce(s.narrative, " + version + ".narrative)"
                        : "s." + column)
                .collect(Collectors.joining(", "));
        String stored = VERSION.stream().map(column -> version + "." + column).collect(Collectors.joining(", "));
        return "(%s) is not distinct from (%s)".formatted(given, stored);
    }

    private long closeForVersions() throws SQLException {
        return load.execute("""
                update judgment j set known_to = s.version_from from staging_judgment s
                where s.action = 'version' and j.force_id = s.force_id and j.question_id = s.question_id
                  and j.known_to is null
                """);
    }

    private void insert(String condition) throws SQLException {
        String copied = load.table().stored().stream()
                .map(TableColumn::name)
                .filter(column -> !column.equals("known_from") && !PUBLISHED.contains(column))
                .collect(Collectors.joining(", "));
        load.execute("""
                insert into judgment (id, order_key, known_from, %1$s, published, published_precision)
                select target, order_prefix || coalesce(cast(version_from as text), ''), version_from, %1$s,
                       case when version_from is null then published end,
                       case when version_from is null then published_precision end
                from staging_judgment s
                where %2$s
                """.formatted(copied, condition));
    }

    private void updateInPlace() throws SQLException {
        List<TableColumn> updated = load.table().stored().stream()
                .filter(column -> !VERSION.contains(column.name()) && !IDENTITY.contains(column.name()))
                .filter(column -> load.isGiven(column) || !SUPPLEMENTS.contains(column.name()))
                .toList();
        List<TableColumn> compared = updated.stream().filter(load::isGiven).toList();
        load.execute("""
                with updated as (
                    update judgment t
                    set order_key = %1$s, %2$s
                    from staging_judgment s
                    where t.id = s.target and s.action in ('same', 'close')
                      and (t.order_key, %3$s) is distinct from (%1$s, %4$s)%5$s
                    returning t.id)
                update staging_judgment s set action = 'updated' from updated u
                where u.id = s.target and s.action = 'same'
                """.formatted(
                        "s.order_prefix || coalesce(cast(t.known_from as text), '')",
                        list(updated, column -> column.name() + " = " + column.newValue(load.origin())),
                        list(compared, column -> "t." + column.name()),
                        list(compared, column -> column.newValue(load.origin())),
                        load.table().replaceable(load.origin())));
    }

    /** A dataset replaces nothing that a user imported or corrected, but it knows when judgments were published. */
    private void dateUndated() throws SQLException {
        if (load.origin().isDataset()) {
            load.execute("""
                    with updated as (
                        update judgment t
                        set published = s.published, published_precision = s.published_precision
                        from staging_judgment s
                        where t.id = s.target and s.action in ('same', 'replaced') and s.published is not null
                          and t.shown_from is null and (t.known_to is null or t.known_to > s.published)
                        returning t.id)
                    update staging_judgment s set action = 'updated' from updated u
                    where u.id = s.target and s.action in ('same', 'replaced')
                    """);
        }
    }

    private static String list(List<TableColumn> columns, Function<TableColumn, String> each) {
        return columns.stream().map(each).collect(Collectors.joining(", "));
    }

    /** What a source says about the judgment before belongs to the version that it states. */
    private void compareStatements() throws SQLException {
        String rows = "s.action in ('same', 'close', 'updated', 'insert', 'version')";
        if (load.origin().isDataset()) {
            rows += " and exists (select from judgment t where t.id = s.target and t.source_file is null)";
        }
        if (load.origin() != Origin.REPORT) {
            markUpdated("""
                    delete from stated_comparison c using staging_judgment s
                    where c.judgment_id = s.target and s.stated_direction is null and %s
                    returning c.judgment_id
                    """.formatted(rows));
        }
        markUpdated("""
                insert into stated_comparison as c (judgment_id, direction, year, grade)
                select target, stated_direction, stated_year, stated_grade
                from staging_judgment s
                where s.stated_direction is not null and %s
                on conflict (judgment_id) do update
                set direction = excluded.direction, year = excluded.year, grade = excluded.grade
                where (c.direction, c.year, c.grade) is distinct from (excluded.direction, excluded.year, excluded.grade)
                returning c.judgment_id
                """.formatted(rows));
    }

    /** A judgment whose stated comparison changes counts as changed. */
    private void markUpdated(String change) throws SQLException {
        load.execute("""
                with changed as (%s)
                update staging_judgment s set action = 'updated' from changed c
                where c.judgment_id = s.target and s.action = 'same'
                """.formatted(change));
    }

    private void count(long closedAndVersions) throws SQLException {
        load.query(
                """
                select count(*) filter (where action = 'insert') as inserted,
                       count(*) filter (where action = 'updated') as updated,
                       count(*) filter (where action in ('same', 'replaced', 'kept')) as unchanged
                from staging_judgment
                """,
                row -> changes.add(
                        "judgment",
                        row.getLong("inserted"),
                        row.getLong("updated") + closedAndVersions,
                        row.getLong("unchanged")));
        load.query(
                """
                select s.csv_line, s.question_code, j.known_to
                from staging_judgment s join judgment j on j.id = s.target
                where s.action = 'replaced' order by 1
                """,
                row -> changes.note("""
                %s, line %d: the judgment of "%s" was corrected on %s, and the correction stays; if this judgment is \
                newer, give its date with --published""".formatted(
                                load.sourceName(),
                                row.getLong("csv_line"),
                                row.getString("question_code"),
                                row.getString("known_to"))));
    }

    private void refuseContradictions() throws SQLException {
        Problems problems = new Problems();
        load.query(
                """
                select s.csv_line, s.action, s.version_from,
                       (select string_agg(coalesce(j.grade, j.state)
                                              || ' from ' || coalesce(j.known_from::text, '(not known)')
                                              || ' to ' || coalesce(j.known_to::text, 'now'),
                                          ', ' order by j.known_from nulls first)
                        from judgment j
                        where j.force_id = s.force_id and j.question_id = s.question_id) as versions
                from staging_judgment s where s.action in ('contradicts', 'early') order by 1
                """,
                row -> problems.add(DatasetException.at(
                        load.sourceName(),
                        row.getLong("csv_line"),
                        "known_from",
                        row.getString("action").equals("early")
                                ? "a version known from %s must be newer than the stored one (%s): give its date with --published"
                                        .formatted(row.getString("version_from"), row.getString("versions"))
                                : "the version contradicts those that are stored (%s): correct known_from and known_to"
                                        .formatted(row.getString("versions")))));
        problems.throwIfAny();
    }
}
