package peel.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import peel.bench.Model.Area;
import peel.bench.Model.Cell;
import peel.bench.Model.Force;
import peel.bench.Model.Judgment;
import peel.bench.Model.Metric;
import peel.bench.Model.Observation;
import peel.bench.Model.Publication;
import peel.bench.Model.Question;
import peel.bench.Model.Source;

/**
 * The statements. A list is one array parameter, so that each is prepared once; what a row has one of is
 * joined.
 */
@Repository
class Database {

    private static final String JUDGMENTS =
            """
            select j.force_id, j.state, j.grade, q.id, q.code, q.pillar, j.source_url, j.source_line_from, p.title
            from judgment j
            join question q on q.id = j.question_id
            join publication p on p.id = j.publication_id
            """;

    private static final String OBSERVATION =
            """
            o.id, o.metric_id, o.area_id, o.ends_on, o.period_from, o.period_to, o.as_at, o.value, o.missing,
            m.code, m.unit, a.name, o.source_url, o.source_line_from, p.title
            """;

    private static final String ITS_OWN =
            """
            join metric m on m.id = o.metric_id
            join area a on a.id = o.area_id
            join publication p on p.id = o.publication_id
            """;

    private static final RowMapper<Force> FORCE =
            (row, i) -> new Force(row.getObject(1, UUID.class), row.getString(2), row.getString(3));

    private static final RowMapper<Judgment> JUDGMENT =
            (row, i) ->
                    new Judgment(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            new Question(row.getObject(4, UUID.class), row.getString(5), row.getString(6)),
                            new Source(row.getString(7), integer(row, 8), new Publication(row.getString(9))));

    private static final RowMapper<Cell> CELL =
            (row, i) ->
                    new Cell(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4));

    private static final RowMapper<Question> QUESTION =
            (row, i) -> new Question(row.getObject(1, UUID.class), row.getString(2), row.getString(3));

    private final JdbcTemplate jdbc;

    Database(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Force> forceNamed(String name) {
        return jdbc.query(
                """
                select f.id, f.slug, f.name from force f
                where lower(?) in (f.slug, lower(f.ons_code), lower(f.name))
                   or f.id = (select a.force_id from force_alias a where lower(a.alias) = lower(?))
                """,
                FORCE,
                name,
                name);
    }

    List<Force> forcesByName(String beyond, int limit) {
        return jdbc.query(
                """
                select f.id, f.slug, f.name from force f
                where cast(? as text) is null or f.name > ?
                order by f.name limit ?
                """,
                FORCE,
                beyond,
                beyond,
                limit);
    }

    List<Force> forces() {
        return jdbc.query("select f.id, f.slug, f.name from force f order by f.name", FORCE);
    }

    List<Judgment> judgmentsOfForces(Collection<UUID> forces, String cycle) {
        Object keys = forces.toArray(UUID[]::new);
        return cycle == null
                ? jdbc.query(
                        JUDGMENTS + "where j.force_id = any(?) and j.known_to is null order by j.order_key",
                        JUDGMENT,
                        keys)
                : jdbc.query(
                        JUDGMENTS
                                + "where j.force_id = any(?) and j.cycle = ? and j.known_to is null order by j.order_key",
                        JUDGMENT,
                        keys,
                        cycle);
    }

    List<Cell> judgmentsOfCycle(String cycle, LocalDate asOf) {
        String columns = "select j.force_id, j.question_id, j.state, j.grade from judgment j where j.cycle = ? and ";
        return asOf == null
                ? jdbc.query(columns + "j.known_to is null", CELL, cycle)
                : jdbc.query(
                        columns
                                + "(j.known_from is null or j.known_from <= ?) and (j.known_to is null or j.known_to > ?)",
                        CELL,
                        cycle,
                        asOf,
                        asOf);
    }

    List<Question> questionsOfCycle(String cycle) {
        return jdbc.query(
                "select q.id, q.code, q.pillar from question q where q.cycle = ? order by q.pillar, q.position, q.code",
                QUESTION,
                cycle);
    }

    /** The keys of areas by code. */
    Map<String, Integer> areasNamed(Collection<String> codes) {
        Map<String, Integer> keys = new HashMap<>();
        jdbc.query(
                "select a.id, a.code from area a where a.code = any(?)",
                row -> {
                    keys.put(row.getString(2), row.getInt(1));
                },
                (Object) codes.toArray(String[]::new));
        return keys;
    }

    int areaOfForce(UUID force) {
        return jdbc.queryForObject("select a.id from area a where a.force_id = ?", Integer.class, force);
    }

    List<Row> groupCountsOfForces(Collection<UUID> forces) {
        return jdbc.query(
                "select "
                        + OBSERVATION
                        + ", a.force_id from observation o "
                        + ITS_OWN
                        + """
                        where a.force_id = any(?)
                          and o.metric_id = any(array(select g.id from metric g where g.type = 'ORGANISED_CRIME_GROUP'))
                        order by o.metric_id, o.area_id, o.ends_on, o.id
                        """,
                (row, i) -> new Row(row.getObject(16, UUID.class), observation(row, null, null)),
                (Object) forces.toArray(UUID[]::new));
    }

    List<Row> comparators(Collection<UUID> subjects) {
        return jdbc.query(
                "select distinct on (s.id) "
                        + OBSERVATION
                        + """
                        , s.id from observation s
                        join observation o on o.metric_id = s.metric_id and o.ends_on = s.ends_on
                         and (o.period_from, o.period_to, o.as_at, o.baseline_from, o.baseline_to, o.dimension)
                             is not distinct from (s.period_from, s.period_to, s.as_at, s.baseline_from, s.baseline_to, s.dimension)
                         and o.area_id = (select e.id from area e where e.kind = 'ENGLAND_AND_WALES') and o.area_id <> s.area_id
                        """
                        + ITS_OWN
                        + "where s.id = any(?) order by s.id, o.publication_id <> s.publication_id",
                (row, i) -> new Row(row.getObject(16, UUID.class), observation(row, null, null)),
                (Object) subjects.toArray(UUID[]::new));
    }

    /** Reads one metric of one area after the other until the page is full. */
    List<Observation> observationPage(Collection<Integer> areas, LocalDate from, int limit) {
        return jdbc.query(
                "select "
                        + OBSERVATION
                        + """
                        from (select m.id as metric_id, a as area_id from metric m cross join unnest(?) a) t
                        cross join lateral (
                          select * from observation o
                          where o.metric_id = t.metric_id and o.area_id = t.area_id and o.ends_on >= ?
                          order by o.ends_on, o.id limit ?) o
                        """
                        + ITS_OWN
                        + "order by t.metric_id, t.area_id, o.ends_on, o.id limit ?",
                (row, i) -> observation(row, null, null),
                areas.toArray(Integer[]::new),
                from,
                limit,
                limit);
    }

    List<Observation> ranked(String metric, LocalDate day, String dimension, boolean ascending) {
        return jdbc.query(
                "select "
                        + OBSERVATION
                        + ", o.dimension, o.baseline_from from observation o "
                        + ITS_OWN
                        + """
                        where o.metric_id = (select m.id from metric m where m.code = ?) and o.ends_on = ?
                          and (cast(? as text) is null or o.dimension = ?) and a.kind in ('FORCE', 'COMBINED')
                        order by o.value\
                        """
                        + (ascending ? " asc" : " desc")
                        + " nulls last, a.code, o.baseline_from desc, o.id",
                (row, i) -> observation(row, row.getString(16), row.getObject(17, LocalDate.class)),
                metric,
                day,
                dimension,
                dimension);
    }

    /** An observation, and the id of what it belongs to. */
    record Row(UUID key, Observation observation) {}

    private static Observation observation(ResultSet row, String dimension, LocalDate baselineFrom) throws SQLException {
        return new Observation(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                row.getBigDecimal(8),
                row.getString(9),
                new Metric(row.getString(10), row.getString(11)),
                new Area(row.getString(12)),
                new Source(row.getString(13), integer(row, 14), new Publication(row.getString(15))),
                dimension,
                baselineFrom);
    }

    private static Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
