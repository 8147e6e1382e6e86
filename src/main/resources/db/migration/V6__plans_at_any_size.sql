-- Pages, rankings and totals cost the same whatever the number of observations (PlansTest holds that).

-- Indexes ------------------------------------------------------------------------------------------------------

-- One for each order of a list, and in front of the order what lists are mostly of. A type is a few metrics, so it needs none.
drop index observation_type;
drop index observation_area;
drop index observation_dimension;
drop index observation_missing;
create index observation_metric_area on observation (metric_id, area_id, ends_on, id);
create index observation_area on observation (area_id, ends_on, id);
create index observation_dimension on observation (metric_id, dimension, ends_on, id) where dimension is not null;
create index observation_missing on observation (ends_on, id) where missing is not null;
create index observation_missing_metric on observation (metric_id, area_id, ends_on, id) where missing is not null;

-- Totals -------------------------------------------------------------------------------------------------------

-- How many observations there are of a metric, an area, a dimension of a metric, a last day, and of their combinations that
-- few days and many areas can't make numerous; null stands for all. Kept by triggers, in the transaction of the change.
create table observation_total (
    metric_id     integer,
    area_id       integer,
    dimension     text collate "C",
    ends_on       date,
    observations  bigint not null,
    -- Those of them that are missing.
    without_value bigint not null,
    unique nulls not distinct (metric_id, area_id, dimension, ends_on)
);
create index observation_total_dimension on observation_total (dimension) where area_id is null and ends_on is null;

-- The statement that adds some observations' numbers to the totals.
-- rows: a select of metric_id, area_id, dimension, ends_on, missing, and 1 or, of rows that are gone, -1 as n
create function observation_total_change(rows text) returns text language sql immutable as $$
    select format($change$
        with
        changed as not materialized (%s),
        series as (
            select metric_id, area_id, dimension, sum(n) as n, sum(n) filter (where missing is not null) as w
            from changed group by metric_id, area_id, dimension),
        days as (
            select metric_id, dimension, ends_on, sum(n) as n, sum(n) filter (where missing is not null) as w
            from changed group by metric_id, dimension, ends_on),
        area_days as (
            select area_id, ends_on, sum(n) as n, sum(n) filter (where missing is not null) as w
            from changed group by area_id, ends_on),
        totals (metric_id, area_id, dimension, ends_on, n, w) as (
            select metric_id, area_id, dimension, null::date, sum(n), sum(w)
            from series
            group by grouping sets ((), (metric_id), (area_id), (metric_id, area_id), (metric_id, dimension),
                                    (metric_id, area_id, dimension))
            having grouping(dimension) = 1 or dimension is not null
            union all
            select metric_id, null, dimension, ends_on, sum(n), sum(w)
            from days
            group by grouping sets ((ends_on), (metric_id, ends_on), (metric_id, dimension, ends_on))
            having grouping(dimension) = 1 or dimension is not null
            union all
            select null, area_id, null, ends_on, n, w from area_days)
        insert into observation_total as t (metric_id, area_id, dimension, ends_on, observations, without_value)
        select metric_id, area_id, dimension, ends_on, n, coalesce(w, 0) from totals
        where n <> 0 or w <> 0
        order by metric_id, area_id, dimension, ends_on
        on conflict (metric_id, area_id, dimension, ends_on) do update
        set observations = t.observations + excluded.observations, without_value = t.without_value + excluded.without_value
        $change$, rows)
$$;

create function count_observations() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' then
        delete from observation_total;
        return null;
    end if;
    execute observation_total_change(concat_ws(' union all ',
        case when tg_op <> 'INSERT' then 'select metric_id, area_id, dimension, ends_on, missing, -1 as n from gone' end,
        case when tg_op <> 'DELETE' then 'select metric_id, area_id, dimension, ends_on, missing, 1 as n from come' end));
    return null;
end
$$;

create trigger count_inserted after insert on observation
    referencing new table as come for each statement execute function count_observations();
create trigger count_updated after update on observation
    referencing old table as gone new table as come for each statement execute function count_observations();
create trigger count_deleted after delete on observation
    referencing old table as gone for each statement execute function count_observations();
create trigger count_truncated after truncate on observation
    for each statement execute function count_observations();

-- Counts anew: for whoever loaded rows with the triggers disabled.
create function recount_observations() returns void language plpgsql as $$
begin
    delete from observation_total;
    execute observation_total_change('select metric_id, area_id, dimension, ends_on, missing, 1 as n from observation');
end
$$;

do $$ begin perform recount_observations(); end $$;
