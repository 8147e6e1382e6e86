package peel.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import peel.importing.format.Formats;
import peel.importing.table.ChangeLog;
import peel.importing.table.ImportChanges;
import peel.query.Jdbc;

/**
 * Observations that are computed from stored ones, which they name as their parts: groups of offences as sums of the
 * numbers of recorded crime, England and Wales as sums of the forces, and rates of recorded crime on the population or
 * households. They are computed anew by each import that changes observations, since it may have changed a part.
 */
final class ComputedObservations {

    /** Where the numbers are from: one release, so that nothing is made of parts of two. */
    private static final String NUMBERS = """
            o.metric_id = (select id from metric where code = 'crime.recorded')
            and o.publication_id = (select id from publication where code = 'home-office-recorded-crime-december-2018')
            """;

    private static final String TABLE = """
            create temporary table staging_computed (
                id uuid, type text, metric_id integer, area_id integer, period_from date, period_to date, as_at date,
                dimension text collate "C", value numeric, comparability text, publication_id integer, parts uuid[])
            on commit drop
            """;

    /** The key of a row {@code c}, as {@link peel.node.NaturalKey} makes it. */
    private static final String KEYED = """
            insert into staging_computed
            select cast(md5(concat_ws(chr(31), 'observation', m.code, a.code,
                                      coalesce(cast(c.period_from as text), ''), coalesce(cast(c.period_to as text), ''),
                                      coalesce(cast(c.as_at as text), ''), '', coalesce(c.dimension, ''),
                                      p.code)) as uuid),
                   m.type, m.id, c.area_id, c.period_from, c.period_to, c.as_at, c.dimension, c.value, c.comparability,
                   c.publication_id, c.parts
            from c
            join metric m on m.code = c.metric
            join area a on a.id = c.area_id
            join publication p on p.id = c.publication_id
            """;

    /**
     * Groups of offences. Burglary has two subgroups, which have other names since April 2017, and in some forces late
     * corrections of the others.
     */
    private static final String GROUPS = """
            with member (whole, part) as (values
                ('Violence against the person', 'Homicide'),
                ('Violence against the person', 'Violence with injury'),
                ('Violence against the person', 'Violence without injury'),
                ('Violence against the person', 'Stalking and harassment'),
                ('Violence against the person', 'Death or serious injury caused by illegal driving'),
                ('Burglary', 'Domestic burglary'),
                ('Burglary', 'Non-domestic burglary'),
                ('Burglary', 'Residential burglary'),
                ('Burglary', 'Non-residential burglary'),
                ('Theft offences', 'Vehicle offences'),
                ('Theft offences', 'Theft from the person'),
                ('Theft offences', 'Bicycle theft'),
                ('Theft offences', 'Shoplifting'),
                ('Theft offences', 'All other theft offences'),
                ('Victim-based crime', 'Sexual offences'),
                ('Victim-based crime', 'Robbery'),
                ('Victim-based crime', 'Criminal damage and arson'),
                ('Recorded crime (excluding fraud)', 'Drug offences'),
                ('Recorded crime (excluding fraud)', 'Possession of weapons offences'),
                ('Recorded crime (excluding fraud)', 'Public order offences'),
                ('Recorded crime (excluding fraud)', 'Miscellaneous crimes against society')),
            -- The larger groups: burglary is theft, violence and theft have victims, and everything is crime.
            nested (whole, part) as (values
                ('Theft offences', 'Burglary'),
                ('Victim-based crime', 'Violence against the person'),
                ('Victim-based crime', 'Theft offences'),
                ('Victim-based crime', 'Burglary'),
                ('Recorded crime (excluding fraud)', 'Violence against the person'),
                ('Recorded crime (excluding fraud)', 'Theft offences'),
                ('Recorded crime (excluding fraud)', 'Burglary'),
                ('Recorded crime (excluding fraud)', 'Victim-based crime')),
            subgroup as (
                select whole, part,
                       -- Of burglary there are two of its four subgroups in each period.
                       count(*) over (partition by whole)
                           - case when whole = 'Violence against the person' then 0 else 2 end as least
                from (select whole, part from member
                      union all
                      select n.whole, m.part from nested n join member m on m.whole = n.part) s),
            c as (
                select 'crime.recorded' as metric, o.area_id, o.period_from, o.period_to, cast(null as date) as as_at, g.whole as dimension,
                       sum(o.value) as value, 'sum of the offences that are its parts' as comparability,
                       o.publication_id, array_agg(o.id order by o.dimension) as parts
                from subgroup g
                join observation o on o.dimension = g.part
                where o.basis = 'PRINTED' and
            """ + NUMBERS + """
                group by o.area_id, o.period_from, o.period_to, o.publication_id, g.whole, g.least
                -- Not of fewer than all its offences.
                having count(o.value) = count(*) and count(*) >= g.least)
            """ + KEYED;

    /** England and Wales, where all forces have the number and the publisher's open data have no total. */
    private static final String ENGLAND_AND_WALES = """
            with numbers as (
                select o.id, o.metric_id, o.area_id, o.period_from, o.period_to, o.as_at, o.dimension, o.value,
                       o.publication_id
                from observation o
                where o.parts is null and (
                    o.publication_id in (
                        select id from publication
                        where code in ('home-office-workforce-open-data-2022', 'home-office-outcomes-open-data-2018',
                                       'home-office-outcomes-open-data-2019', 'home-office-stop-and-search-open-data-2019'))
                    or
            """ + NUMBERS + """
                    )
                union all
                select id, metric_id, area_id, period_from, period_to, as_at, dimension, value, publication_id
                from staging_computed),
            c as (
                select (select code from metric where id = n.metric_id) as metric,
                       (select id from area where kind = 'ENGLAND_AND_WALES') as area_id,
                       n.period_from, n.period_to, n.as_at, n.dimension, sum(n.value) as value,
                       'sum of the forces, without the British Transport Police' as comparability, n.publication_id,
                       array_agg(n.id order by a.code) as parts
                from numbers n
                join area a on a.id = n.area_id
                where a.kind = 'FORCE'
                group by n.metric_id, n.period_from, n.period_to, n.as_at, n.dimension, n.publication_id
                having count(n.value) = (select count(*) from area where kind = 'FORCE'))
            """ + KEYED;

    /** Rates of the areas that are not left out in print, on the last estimate from before the period. */
    private static final String RATES = """
            with denominator (metric, divisor, dimension) as (values
                ('crime.rate-computed', 'population.resident', 'Recorded crime (excluding fraud)'),
                ('crime.rate-computed', 'population.resident', 'Victim-based crime'),
                ('crime.rate-computed', 'population.resident', 'Violence against the person'),
                ('crime.rate-computed', 'population.resident', 'Violence with injury'),
                ('crime.rate-computed', 'population.resident', 'Sexual offences'),
                ('crime.rate-computed', 'population.resident', 'Robbery'),
                ('crime.rate-computed', 'population.resident', 'Theft offences'),
                ('crime.rate-computed', 'population.resident', 'Criminal damage and arson'),
                ('crime.household-rate-computed', 'population.households', 'Domestic burglary'),
                ('crime.household-rate-computed', 'population.households', 'Residential burglary')),
            -- Materialised, both being small: in a table that an import has just filled, PostgreSQL may take either for
            -- one row, and would then read all observations for each number.
            numbers as materialized (
                select o.id, o.area_id, o.period_from, o.period_to, o.dimension, o.value, o.publication_id
                from observation o
                where o.basis = 'PRINTED' and
            """ + NUMBERS + """
                union all
                -- Only the numbers of crimes have these dimensions.
                select id, area_id, period_from, period_to, dimension, value, publication_id from staging_computed),
            estimate as materialized (
                select m.code as metric, o.id, o.area_id, o.as_at, o.value
                from metric m
                join observation o on o.metric_id = m.id
                join publication p on p.id = o.publication_id
                where m.code in ('population.resident', 'population.households') and o.value > 0
                  and p.code in ('ons-pfa-tables-march-2018', 'ons-pfa-tables-march-2019',
                                 'ons-pfa-tables-june-2019', 'ons-pfa-tables-december-2019')),
            c as (
                select d.metric, n.area_id, n.period_from, n.period_to, cast(null as date) as as_at, n.dimension,
                       round(1000 * n.value / b.value, 2) as value,
                       'computed on the estimate for ' || b.as_at as comparability,
                       n.publication_id, array[n.id, b.id] as parts
                from numbers n
                join denominator d on d.dimension = n.dimension
                join estimate b on b.metric = d.divisor and b.area_id = n.area_id
                    and b.as_at = make_date(cast(extract(year from n.period_from) as integer)
                                            - case when extract(month from n.period_from) < 7 then 1 else 0 end, 6, 30)
                join area on area.id = n.area_id
                -- Few people live in the City of London, and most victims elsewhere.
                where area.code <> 'city-of-london' and (area.kind = 'ENGLAND_AND_WALES' or n.value is not null)
                  -- A late correction of a few burglaries is no rate.
                  and not (n.dimension = 'Domestic burglary' and n.period_to > date '2017-03-31'))
            """ + KEYED;

    /** What is new, differs, or has not all its parts any more, with what the log of changes says about it. */
    private static final String DIFFERING = """
            create temporary table differing_computed on commit drop as
            select s.id,
                   case when o.id is null then 'INSERTED' when s.value is distinct from o.value then 'CORRECTED'
                        else 'CHANGED' end as action,
                   case when s.value is distinct from o.value then cast(o.value as text) end as said_before,
                   cast(s.value as text) as said_after, s.publication_id, s.metric_id as part, s.area_id as place
            from staging_computed s left join observation o on o.id = s.id
            where o.id is null
               or o.source_file is null and (o.value, o.comparability, o.basis, o.parts)
                                            is distinct from (s.value, s.comparability, 'COMPUTED', s.parts)
            union all
            select o.id, 'WITHDRAWN', cast(o.value as text), null, o.publication_id, o.metric_id, o.area_id
            from observation o
            where o.parts is not null and o.source_file is null
              and not exists (select from staging_computed s where s.id = o.id)
            """;

    private final Connection connection;

    ComputedObservations(Connection connection) {
        this.connection = connection;
    }

    /**
     * Stores what is new or differs, and deletes what has not all its parts any more. Imported rows stay.
     *
     * @param file the name of what was imported
     */
    void compute(String file, ImportChanges changes, ChangeLog log) throws SQLException {
        // Without statistics, PostgreSQL may join in a way that takes minutes.
        Jdbc.execute(
                connection,
                List.of(
                        TABLE,
                        GROUPS,
                        "analyze staging_computed",
                        ENGLAND_AND_WALES,
                        "analyze staging_computed",
                        RATES,
                        DIFFERING));
        log(log, "where action = 'WITHDRAWN'", file);
        long deleted = Jdbc.update(connection, """
                delete from observation o using differing_computed d where o.id = d.id and d.action = 'WITHDRAWN'
                """);
        long changed = Jdbc.update(connection, """
                update observation o
                set value = s.value, missing = null, comparability = s.comparability, basis = 'COMPUTED', parts = s.parts
                from staging_computed s join differing_computed d on d.id = s.id
                where o.id = s.id and d.action in ('CORRECTED', 'CHANGED')
                """);
        long inserted = Jdbc.update(connection, """
                insert into observation (id, type, metric_id, area_id, period_from, period_to, as_at, dimension,
                                         value, qualifier, comparability, publication_id, basis, parts)
                select s.id, s.type, s.metric_id, s.area_id, s.period_from, s.period_to, s.as_at, s.dimension,
                       s.value, 'EXACT', s.comparability, s.publication_id, 'COMPUTED', s.parts
                from staging_computed s join differing_computed d on d.id = s.id
                where d.action = 'INSERTED'
                """);
        log(log, "where action <> 'WITHDRAWN'", file);
        if (log.isFirst()) {
            log.count(Formats.OBSERVATIONS.changeKind(), Formats.OBSERVATIONS.name(), file, inserted, 0);
        }
        changes.add("observation", inserted, changed + deleted, 0);
        Jdbc.execute(connection, List.of("drop table staging_computed, differing_computed"));
    }

    private static void log(ChangeLog log, String condition, String file) throws SQLException {
        if (!log.isFirst()) {
            log.add(
                    Formats.OBSERVATIONS.targetTable().logged().orElseThrow(),
                    Formats.OBSERVATIONS.name(),
                    file,
                    "select 0 as line, * from differing_computed " + condition,
                    "observation s on s.id = d.id");
        }
    }
}
