package peel.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Data beside the bundled dataset: 50,000 changes, 100,000 observations, of more days than there are, judgments and
 * findings of more cycles, more reports. Metrics, areas, forces and dimensions stay as few as they
 * are.
 */
final class GrowingData {

    /**
     * The tables that imports make larger and larger. Publications and inspections are read whole
     * once for each revision and kept; of stated comparisons there are few.
     */
    static final Set<String> TABLES = Set.of(
            "dataset_change",
            "observation",
            "observation_total",
            "inspection_publication",
            "fieldwork",
            "judgment",
            "finding",
            "finding_status",
            "report",
            "report_text",
            "report_section",
            "report_passage",
            "report_figure",
            "report_footnote_mark",
            "report_remark");

    /** The long tables are most of the smaller amount of data, which would then hardly grow. */
    private static final String WITHOUT_TABLES = """
            delete from observation
            where publication_id <> (select id from publication where code = 'peel-effectiveness-2015-bedfordshire')
            """;

    private static final String OBSERVATIONS = """
            insert into observation (id, type, metric_id, area_id, period_from, period_to, as_at, dimension, value, missing,
                                     qualifier, publication_id)
            select md5('observation ' || m.id || ' ' || a.id || ' ' || coalesce(d.name, '') || ' ' || day)::uuid, m.type, m.id, a.id,
                   case when m.basis = 'FLOW' then day - 364 end, case when m.basis = 'FLOW' then day end,
                   case when m.basis = 'STOCK' then day end, d.name,
                   case when (n + a.id) %% 40 > 0 then n * 7919 %% 10007 end, case when (n + a.id) %% 40 = 0 then 'NOT_PRINTED' end,
                   'EXACT', (select min(id) from publication)
            from metric m cross join area a
            cross join lateral (
                select 'Offence ' || i as name from generate_series(1, 3) i where m.type in ('CRIME_RATE', 'CRIME_OUTCOME')
                union all select s from unnest(array['IOM', 'MAPPA', 'SOPO']) s where m.type = 'OFFENDER_MANAGEMENT'
                union all select null where m.type not in ('CRIME_RATE', 'CRIME_OUTCOME', 'OFFENDER_MANAGEMENT')) d
            cross join generate_series(%1$d, %2$d - 1) n
            cross join lateral (select date '2015-12-31' - 7 * n as day) t
            """;

    /** Fifteen questions a cycle, for each force a judgment and two findings. */
    private static final String[] CYCLES = {
        """
        insert into cycle (code, position, grade_scale, starts, ends)
        select 'c' || n, 1000 + n, 'PEEL4', 2100 + n, 2100 + n from generate_series(0, %1$d - 1) n
        """,
        """
        insert into question (id, cycle, pillar, code, kind, position, graded, wording, wording_basis, publication_id)
        select md5('question ' || n || ' ' || i)::uuid, 'c' || n, (array['EFFECTIVENESS', 'EFFICIENCY', 'LEGITIMACY'])[i %% 3 + 1],
               'q' || i, 'CORE', i, true, 'Question ' || i, 'CUT', (select min(id) from publication)
        from generate_series(0, %1$d - 1) n, generate_series(1, 15) i
        """,
        """
        insert into comparable_question (question_id, earlier_id, note)
        select md5('question ' || n || ' ' || i)::uuid, md5('question ' || n - 1 || ' ' || i)::uuid, 'generated'
        from generate_series(1, %1$d - 1) n, generate_series(1, 15) i
        """,
        """
        insert into inspection (id, force_id, cycle, pillar)
        select md5('inspection ' || f.slug || ' ' || n || ' ' || pillar)::uuid, f.id, 'c' || n, pillar
        from generate_series(0, %1$d - 1) n, unnest(array['EFFECTIVENESS', 'EFFICIENCY', 'LEGITIMACY']) pillar, force f
        """,
        """
        insert into judgment (id, order_key, force_id, question_id, inspection_id, cycle, cycle_position, pillar, question_code,
                              state, grade, grade_scale, basis, known_from, known_to, publication_id)
        select md5('judgment ' || f.slug || q.id || version)::uuid,
               f.slug || ' ' || q.cycle || ' ' || q.pillar || ' ' || q.code || ' ' || version, f.id, q.id, i.id, q.cycle, c.position,
               q.pillar, q.code, case when n %% 50 = 0 then 'NOT_GRADED' else 'GRADED' end,
               case when n %% 50 > 0 then (array['OUTSTANDING', 'GOOD', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'])[n %% 5 + 1] end,
               'PEEL4', 'GRADE_STATED', case when version = 2 then date '2019-01-01' end,
               case when version = 1 then date '2019-01-01' end, (select min(id) from publication)
        from (select q.*, substr(q.cycle, 2)::integer as number from question q where q.cycle ~ '^c\\d+$') q
        join cycle c on c.code = q.cycle
        cross join (select f.*, row_number() over (order by slug) as place from force f) f
        join inspection i on i.force_id = f.id and i.cycle = q.cycle and i.pillar = q.pillar
        cross join lateral (select (q.position * 7 + f.place * 3 + q.number * 11)::integer as n) k
        cross join generate_series(case when n %% 20 = 0 then 1 else 2 end, 2) version
        """,
        """
        insert into stated_comparison (judgment_id, direction, year, grade)
        select j.id, 'UNCHANGED', 2100, j.grade from judgment j
        where j.known_to is null and j.grade is not null and j.cycle ~ '^c\\d+$' and md5(j.order_key) like '0%%'
        """,
        """
        insert into finding (id, order_key, force_id, question_id, inspection_id, cycle, kind, ordinal, text, wording, publication_id)
        select md5('finding ' || i.id || q.id || o)::uuid, f.slug || ' ' || q.cycle || ' ' || q.pillar || ' ' || q.code || ' ' || o,
               f.id, q.id, i.id, q.cycle,
               case when o > 1 then 'RECOMMENDATION' when q.position = 1 then 'CAUSE_OF_CONCERN' else 'AREA_FOR_IMPROVEMENT' end,
               o, 'Generated of w' || ('x' || substr(md5(f.slug || q.id || o), 1, 7))::bit(28)::integer %% 20000, 'SUMMARISED', (select min(id) from publication)
        from question q
        cross join force f
        join inspection i on i.force_id = f.id and i.cycle = q.cycle and i.pillar = q.pillar
        cross join generate_series(1, 2) o
        where q.cycle ~ '^c\\d+$'
        """,
        """
        insert into finding_status (id, finding_id, status, status_date, publication_id)
        select md5('status ' || f.id || d)::uuid, f.id,
               (array['AWAITING_REVIEW', 'BEING_PROGRESSED', 'COMPLETE', 'COMPLETE', 'SUPERSEDED'])[('x' || substr(md5(f.order_key || d), 1, 7))::bit(28)::integer %% 5 + 1],
               date '2030-01-01' + d, f.publication_id
        from finding f, generate_series(1, 2) d
        where f.kind = 'RECOMMENDATION' and f.cycle ~ '^c\\d+$'
        """,
        // A report of each inspection, with twelve passages.
        """
        insert into publication (code, title, publisher, kind)
        select 'generated ' || i.id, 'Report', 'HMIC', 'FORCE_REPORT' from inspection i
        where i.cycle ~ '^c\\d+$'
        """,
        """
        insert into inspection_publication (inspection_id, publication_id)
        select substr(p.code, 11)::uuid, p.id from publication p where p.code like 'generated %%' on conflict do nothing
        """,
        """
        insert into fieldwork (id, inspection_id, questions, starts, ends, publication_id)
        select md5('fieldwork ' || p.inspection_id)::uuid, p.inspection_id, array['q1'], '2030-01-01', '2030-02-01', p.publication_id
        from inspection_publication p join publication u on u.id = p.publication_id and u.code like 'generated %%'
        on conflict do nothing
        """,
        """
        insert into report (id, order_key, publication_id, inspection_id, version, title, file, sha256, format)
        select md5('report ' || p.inspection_id)::uuid, f.slug || ' ' || i.cycle || ' ' || i.pillar, p.publication_id, i.id, 1, 'Report',
               'report.txt', repeat(md5('x'), 2), 'TEXT'
        from inspection_publication p join publication u on u.id = p.publication_id and u.code like 'generated %%'
        join inspection i on i.id = p.inspection_id join force f on f.id = i.force_id
        on conflict do nothing
        """,
        """
        insert into report_text (report_id, text, page_starts)
        select r.id, 'Text', array[1] from report r on conflict do nothing
        """,
        """
        insert into report_section (id, report_id, ordinal, level, heading, line_from, line_to)
        select md5('section ' || r.id)::uuid, r.id, 1, 1, 'Overview', 1, 40 from report r on conflict do nothing
        """,
        """
        insert into report_figure (id, report_id, ordinal, label, caption, notes, status, line_from, line_to)
        select md5('figure ' || r.id)::uuid, r.id, 1, 'Figure 1', 'A figure', '{}', 'TABLE', 1, 2 from report r on conflict do nothing
        """,
        """
        insert into report_remark (id, report_id, ordinal, kind, text, line_from, line_to)
        select md5('remark ' || r.id)::uuid, r.id, 1, 'NOT_UNDERSTOOD', 'A sentence', 1, 1 from report r on conflict do nothing
        """,
        """
        insert into report_passage (id, report_id, section_id, ordinal, kind, text, file_page, line_from, line_to, figure_id)
        select md5('passage ' || r.id || i)::uuid, r.id, md5('section ' || r.id)::uuid, i,
               case when i <= 2 then 'TABLE_ROW' when i = 3 then 'FOOTNOTE' else 'PARAGRAPH' end,
               'Sentence of w' || ('x' || substr(md5(r.order_key || i), 1, 7))::bit(28)::integer %% 20000, 1, i, i,
               case when i <= 2 then md5('figure ' || r.id)::uuid end
        from report r, generate_series(1, 12) i
        where r.order_key ~ ' c\\d+ ' on conflict do nothing
        """,
        """
        insert into report_footnote_mark (id, passage_id, position, number, line, footnote_id)
        select md5('mark ' || p.report_id)::uuid, p.id, 1, 1, 1, md5('passage ' || p.report_id || 3)::uuid
        from report_passage p where p.ordinal = 4 on conflict do nothing
        """
    };

    /** As many changes as the log keeps by default, of fifty imports. */
    private static final String CHANGES = """
            insert into dataset_change (revision, state, kind, action, format, file, facts, force_id, cycle, question_id,
                                        question_code, metric_id, said_before, said_after, publication_id)
            select 2 + n / 1000, md5('state ' || n / 1000)::uuid,
                   (array['JUDGMENT', 'FINDING', 'OBSERVATION', 'FINDING_STATUS', 'REFERENCE'])[n % 5 + 1],
                   (array['INSERTED', 'CORRECTED', 'CHANGED'])[n % 3 + 1], 'generated', 'generated.csv', 1,
                   case when n % 5 < 4 then (select id from force order by slug offset n % 43 limit 1) end,
                   case when n % 5 < 2 then q.cycle end, case when n % 5 < 2 then q.id end,
                   case when n % 5 < 2 then q.code end,
                   case when n % 5 = 2 then (select id from metric order by id offset n % 37 limit 1) end,
                   'good', 'adequate', (select min(id) from publication)
            from generate_series(0, 49999) n
            left join (select q.*, row_number() over (order by q.id) - 1 as place, count(*) over () as questions
                       from question q) q on q.place = n % q.questions
            """;

    private static final int FEW_WEEKS = 5;
    private static final int WEEKS = 50;
    private static final int CYCLE_COUNT = 10;

    private GrowingData() {}

    /**
     * Makes it, but for nine tenths of the observations.
     *
     * @param connection in no transaction
     */
    static void make(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add(WITHOUT_TABLES);
        statements.add("select recount_observations()");
        statements.add(OBSERVATIONS.formatted(0, FEW_WEEKS));
        statements.add(CHANGES);
        for (String sql : CYCLES) {
            statements.add(sql.formatted(CYCLE_COUNT));
        }
        execute(connection, statements);
    }

    /** Makes the others, after {@link #make}. */
    static void grow(Connection connection) throws SQLException {
        execute(connection, List.of(OBSERVATIONS.formatted(FEW_WEEKS, WEEKS)));
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Nobody wants to see how the data came in.
            statement.execute("set auto_explain.log_min_duration = -1");
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute(
                    "insert into dataset_revision (revision, origin) select max(revision) + 1, 'generated' from dataset_revision");
            statement.execute("vacuum analyze");
        }
    }
}
