package peel.importing;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges judgments from their staging table. A judgment is never overwritten: another state or
 * grade closes the stored version and inserts a new one.
 *
 * <p>Each row is given one action. A row with {@code known_to} is history: {@code same} as a stored
 * closed version, {@code close} for the current one, {@code insert}, or a contradiction. A row
 * without is {@code same} as the current version, whatever that one's {@code known_from}; {@code
 * replaced} if it says what a closed version of the same {@code known_from} said; {@code version},
 * {@code insert}, or a contradiction.
 */
final class JudgmentMerge {

    /** The columns of the staging table that are the table's too, but for the source's. */
    static final List<String> COLUMNS = List.of(
            "force_id",
            "question_id",
            "inspection_id",
            "cycle",
            "cycle_position",
            "pillar",
            "question_code",
            "state",
            "grade",
            "grade_scale",
            "carried_over_from",
            "narrative",
            "note",
            "basis",
            "known_from",
            "known_to");

    /** The further columns of the staging table. */
    static final Map<String, String> MORE = more();

    /** What is brought up to date in a version that stays: not what makes it a version. */
    private static final List<String> IN_PLACE = List.of(
            "inspection_id",
            "cycle_position",
            "pillar",
            "question_code",
            "grade_scale",
            "note",
            "basis",
            "publication_id",
            "source_url",
            "source_figure",
            "source_page",
            "source_line_from",
            "source_line_to");

    private static final List<String> QUOTATION = List.of("source_file", "source_quotation");

    private static final String STAGING = "staging_judgment";

    private final TableLoad load;
    private final RowSource source;
    private final Origin origin;
    private final LocalDate published;
    private final Changes changes;

    JudgmentMerge(TableLoad load, RowSource source, Origin origin, LocalDate published, Changes changes) {
        this.load = load;
        this.source = source;
        this.origin = origin;
        this.published = published;
        this.changes = changes;
    }

    private static Map<String, String> more() {
        Map<String, String> more = new LinkedHashMap<>();
        // The key with the row's known_from, and with the day from which a new version is known.
        more.put("id", "uuid");
        more.put("later_id", "uuid");
        more.put("order_prefix", "text");
        more.put("stated_direction", "text");
        more.put("stated_year", "integer");
        more.put("stated_grade", "text");
        return more;
    }

    void run() throws SQLException {
        try {
            load.refuseDuplicates();
            load.execute("alter table "
                    + STAGING
                    + " add column action text, add column target uuid, add column version_from date");
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
                """.formatted("(j.id is not null and " + sameAs("j") + ")", sameAs("v"), published));
    }

    /** Whether a row says what a version says: what makes it that version. */
    private String sameAs(String version) {
        String narrative = origin == Origin.REPORT ? "coalesce(s.narrative, " + version + ".narrative)" : "s.narrative";
        return "(s.state, s.grade, s.carried_over_from, %s) is not distinct from (%s)"
                .formatted(
                        narrative,
                        Stream.of("state", "grade", "carried_over_from", "narrative")
                                .map(column -> version + "." + column)
                                .collect(Collectors.joining(", ")));
    }

    private long closeForVersions() throws SQLException {
        return load.execute("""
                update judgment j set known_to = s.version_from from staging_judgment s
                where s.action = 'version' and j.force_id = s.force_id and j.question_id = s.question_id
                  and j.known_to is null
                """);
    }

    private void insert(String condition) throws SQLException {
        String copied = Stream.of(
                        COLUMNS.stream().filter(column -> !column.equals("known_from")),
                        IN_PLACE.stream().filter(column -> !COLUMNS.contains(column)),
                        QUOTATION.stream(),
                        Stream.of(Format.CONTRADICTION))
                .flatMap(columns -> columns)
                .collect(Collectors.joining(", "));
        load.execute("insert into judgment (id, order_key, known_from, "
                + copied
                + ") select target, order_prefix || coalesce(cast(version_from as text), ''), version_from, "
                + copied
                + " from staging_judgment s where "
                + condition);
    }

    private void updateInPlace() throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("order_key", "s.order_prefix || coalesce(cast(t.known_from as text), '')");
        for (String column : IN_PLACE) {
            values.put(column, value(column));
        }
        Map<String, String> compared = new LinkedHashMap<>(values);
        for (String column : List.of("source_file", "source_quotation", Format.CONTRADICTION)) {
            values.put(column, value(column));
            if (source.has(column.replace("source_", ""))) {
                compared.put(column, value(column));
            }
        }
        load.execute("with updated as (update judgment t set "
                + values.entrySet().stream()
                        .map(value -> value.getKey() + " = " + value.getValue())
                        .collect(Collectors.joining(", "))
                + " from staging_judgment s where t.id = s.target and s.action in ('same', 'close') and ("
                + compared.keySet().stream().map(column -> "t." + column).collect(Collectors.joining(", "))
                + ") is distinct from ("
                + String.join(", ", compared.values())
                + ")"
                + TableLoad.keepingImported(origin, values.keySet())
                + " returning t.id) update staging_judgment s set action = 'updated' from updated u"
                + " where u.id = s.target and s.action = 'same'");
    }

    private String value(String column) {
        return origin == Origin.REPORT ? TableLoad.reported(column) : "s." + column;
    }

    /** What the report says of the judgment before belongs to the version that says it. */
    private void compareStatements() throws SQLException {
        String ours = "s.action in ('same', 'close', 'updated', 'insert', 'version')";
        String kept = origin == Origin.DATASET
                ? " and exists (select from judgment t where t.id = s.target and t.source_file is null)"
                : "";
        if (origin != Origin.REPORT) {
            mark("delete from stated_comparison c using staging_judgment s where c.judgment_id = s.target and "
                    + ours
                    + " and s.stated_direction is null"
                    + kept
                    + " returning c.judgment_id");
        }
        mark("insert into stated_comparison as c (judgment_id, direction, year, grade)"
                + " select target, stated_direction, stated_year, stated_grade from staging_judgment s where "
                + ours
                + " and s.stated_direction is not null"
                + kept
                + " on conflict (judgment_id) do update"
                + " set direction = excluded.direction, year = excluded.year, grade = excluded.grade"
                + " where (c.direction, c.year, c.grade)"
                + " is distinct from (excluded.direction, excluded.year, excluded.grade)"
                + " returning c.judgment_id");
    }

    /** A judgment whose comparison changes is changed. */
    private void mark(String change) throws SQLException {
        load.execute("with changed as ("
                + change
                + ") update staging_judgment s set action = 'updated' from changed c"
                + " where c.judgment_id = s.target and s.action = 'same'");
    }

    private void count(long closedAndVersions) throws SQLException {
        long[] counts = new long[4];
        load.query("""
                select count(*) filter (where action = 'insert'), count(*) filter (where action = 'updated'),
                       count(*) filter (where action in ('same', 'replaced'))
                from staging_judgment
                """, row -> {
            counts[0] = row.getLong(1);
            counts[1] = row.getLong(2);
            counts[2] = row.getLong(3);
        });
        changes.add("judgment", counts[0], counts[1] + closedAndVersions, counts[2]);
        load.query(
                """
                select s.csv_line, s.question_code, j.known_to from staging_judgment s join judgment j on j.id = s.target
                where s.action = 'replaced' order by 1
                """,
                row -> changes.note(
                        "%s, line %d: the judgment of \"%s\" is the one that was corrected on %s, the correction stays; if this one is newer, say since when with --published"
                                .formatted(source.name(), row.getLong(1), row.getString(2), row.getString(3))));
    }

    private void refuseContradictions() throws SQLException {
        Problems problems = new Problems();
        load.query(
                """
                select s.csv_line, s.action,
                       (select string_agg(coalesce(j.grade, j.state) || ' from ' || coalesce(j.known_from::text, '(not known)')
                                          || ' to ' || coalesce(j.known_to::text, 'now'), ', ' order by j.known_from nulls first)
                        from judgment j where j.force_id = s.force_id and j.question_id = s.question_id), s.version_from
                from staging_judgment s where s.action in ('contradicts', 'early') order by 1
                """,
                row -> problems.add(DatasetException.at(
                        source.name(),
                        row.getLong(1),
                        "known_from",
                        row.getString(2).equals("early")
                                ? "a version known from %s has to be newer than the stored one (%s): say since when it is known with --published"
                                        .formatted(row.getString(4), row.getString(3))
                                : "the version contradicts those that are stored ("
                                        + row.getString(3)
                                        + "): correct known_from and known_to")));
        problems.refuse();
    }
}
