package peel.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Writes the formats back: what is imported from that changes nothing. */
public final class Export {

    private Export() {}

    /**
     * Writes all rows of a format in a fixed order, streaming.
     *
     * @param out where to, in UTF-8; it isn't closed
     * @return how many rows there are
     */
    public static long write(Connection connection, Format format, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query(format) + ") to stdout (format csv, header, encoding 'UTF8')", out);
    }

    private static String query(Format format) {
        return switch (format) {
            case PUBLICATIONS -> "select code, title, publisher, published, url, kind from publication order by code";
            case FORCES ->
                sourced(
                        format,
                        "t.slug, t.name, t.ons_code, t.country, t.region, t.rocu, t.rocu_basis",
                        "force t",
                        "t.slug");
            case FORCE_ALIASES ->
                "select f.slug as force, a.alias from force_alias a join force f on f.id = a.force_id order by 1, 2";
            case LOCAL_AUTHORITIES ->
                sourced(
                        format,
                        "t.code, t.name, t.csp_code, t.csp_name, f.slug as force",
                        "local_authority t join force f on f.id = t.force_id",
                        "t.code");
            case MONITORING_EVENTS ->
                sourced(
                        format,
                        "f.slug as force, t.event, t.event_date as on, t.date_precision as precision",
                        "monitoring_event t join force f on f.id = t.force_id",
                        "f.slug, t.event_date, t.event");
            case GRADE_SCALES ->
                sourced(format, "t.scale, t.rank, t.grade, t.definition", "grade_definition t", "t.scale, t.rank");
            case CYCLES -> "select code, position, grade_scale, starts, ends from cycle order by position";
            case QUESTIONS ->
                sourced(
                        format,
                        "t.cycle, t.pillar, t.code, t.kind, q.code as parent, t.position,"
                                + " case when t.graded then 'true' else 'false' end as graded,"
                                + " t.wording, t.wording_basis",
                        "question t join cycle c on c.code = t.cycle left join question q on q.id = t.parent_id",
                        "c.position, t.pillar, t.position, t.code");
            case COMPARABLE_QUESTIONS -> """
                    select q.cycle, q.pillar, q.code, e.cycle as earlier_cycle, e.pillar as earlier_pillar,
                           e.code as earlier_code, c.note
                    from comparable_question c join question q on q.id = c.question_id
                    join question e on e.id = c.earlier_id
                    order by q.cycle, q.pillar, q.code, e.cycle, e.pillar, e.code
                    """;
            case INSPECTIONS -> """
                    select f.slug as force, i.cycle, i.pillar, p.code as publication
                    from inspection_publication l join inspection i on i.id = l.inspection_id
                    join force f on f.id = i.force_id join publication p on p.id = l.publication_id
                    order by 1, 2, 3, 4
                    """;
            case FIELDWORK ->
                sourced(
                        format,
                        "f.slug as force, i.cycle, i.pillar, array_to_string(t.questions, ';') as questions,"
                                + " t.starts as from, t.ends as to",
                        "fieldwork t join inspection i on i.id = t.inspection_id join force f on f.id = i.force_id",
                        "f.slug, i.cycle, i.pillar, t.starts, t.questions");
            case JUDGMENTS ->
                sourced(
                        format,
                        "f.slug as force, t.cycle, t.pillar, t.question_code as question, t.state, t.grade,"
                                + " t.carried_over_from, t.narrative, t.note, t.basis, t.known_from, t.known_to,"
                                + " s.direction as stated_direction, s.year as stated_year, s.grade as stated_grade",
                        "judgment t join force f on f.id = t.force_id left join stated_comparison s on s.judgment_id = t.id",
                        "t.order_key");
            case FINDINGS ->
                sourced(
                        format,
                        "f.slug as force, q.cycle, q.pillar, q.code as question, t.kind, t.ordinal, t.text, t.wording,"
                                + " t.register_id, t.deadline",
                        "finding t join force f on f.id = t.force_id join question q on q.id = t.question_id",
                        "t.order_key");
            case FINDING_STATUSES ->
                sourced(
                        format,
                        "f.slug as force, q.cycle, q.pillar, q.code as question, d.kind, d.ordinal, t.status,"
                                + " t.status_date as on, t.comment",
                        "finding_status t join finding d on d.id = t.finding_id join force f on f.id = d.force_id"
                                + " join question q on q.id = d.question_id",
                        "d.order_key, t.status_date, t.status");
            case AREAS -> """
                    select a.code, a.name, a.kind, f.slug as force,
                           (select string_agg(o.slug, ';' order by o.slug)
                            from area_member m join force o on o.id = m.force_id where m.area_id = a.id) as members
                    from area a left join force f on f.id = a.force_id order by a.code
                    """;
            case METRICS -> """
                    select m.code, m.name, m.unit, m.basis, m.type, m.denominator, m.definition, p.code as parent
                    from metric m left join metric p on p.id = m.parent_id order by m.code
                    """;
            case OBSERVATIONS ->
                sourced(
                        format,
                        "m.code as metric, a.code as area, t.period_from as from, t.period_to as to, t.as_at,"
                                + " t.baseline_from, t.baseline_to, t.dimension, t.dimension_group, t.value, t.missing,"
                                + " t.qualifier, t.comparability, t.assessment",
                        "observation t join metric m on m.id = t.metric_id join area a on a.id = t.area_id",
                        "m.code, a.code, t.ends_on, t.dimension, p.code, t.id");
        };
    }

    private static String sourced(Format format, String columns, String tables, String order) {
        String source = Stream.of("url", "figure", "page", "line_from", "line_to", "file", "quotation")
                .map(column -> "t.source_" + column + " as " + column)
                .collect(Collectors.joining(", "));
        return "select "
                + columns
                + ", p.code as publication, "
                + source
                + (format.isContradictable() ? ", t.contradiction" : "")
                + " from "
                + tables
                + " join publication p on p.id = t.publication_id order by "
                + order;
    }
}
