-- What the operations ask that tables and relations alone can't say. PostGraphile makes fields of these functions.

-- A field judgmentsAsOfList of forces.
create or replace function force_judgments_as_of(f force, cycle text, as_of date) returns setof judgment
language sql stable as $$
  select j.* from judgment j
  where j.force_id = f.id and j.cycle = force_judgments_as_of.cycle
    and (j.known_from is null or j.known_from <= as_of) and (j.known_to is null or j.known_to > as_of)
$$;

-- A field comparator of observations.
create or replace function observation_comparator(o observation) returns observation
language sql stable as $$
  select c.* from observation c
  where c.area_id = (select a.id from area a where a.kind = 'ENGLAND_AND_WALES') and c.area_id <> o.area_id
    and c.metric_id = o.metric_id and c.ends_on = o.ends_on
    and (c.period_from, c.period_to, c.as_at, c.baseline_from, c.baseline_to, c.dimension)
        is not distinct from (o.period_from, o.period_to, o.as_at, o.baseline_from, o.baseline_to, o.dimension)
  order by c.publication_id <> o.publication_id limit 1
$$;

-- A field rankingList of the query: the latest baseline's observation of each area, equal values sharing a rank.
do $$ begin
  create type ranked_observation as (place integer, rank integer, observation observation);
exception when duplicate_object then null; end $$;

create or replace function ranking(metric text, day date, dimension text, ascending boolean) returns setof ranked_observation
language sql stable as $$
  select row_number() over (order by n.sorted nulls last, n.code)::integer,
         case when (n.o).value is not null then rank() over (order by n.sorted nulls last) end::integer, n.o
  from (
    select distinct on (o.area_id) o, a.code, case when ascending then o.value else -o.value end as sorted
    from observation o join area a on a.id = o.area_id
    where o.metric_id = (select m.id from metric m where m.code = metric) and o.ends_on = day
      and o.dimension is not distinct from ranking.dimension and a.kind in ('FORCE', 'COMBINED')
    order by o.area_id, o.baseline_from desc nulls last, sorted nulls last, o.id) n
$$;
-- With an argument orderBy: a join may take the rows in any order.
comment on function ranking is '@behavior +order';

-- A field observationsOf of the query, a connection.
create or replace function observations_of(areas text[], ends_from date) returns setof observation
language sql stable as $$
  select o.* from observation o
  where o.area_id = any(array(select a.id from area a where a.code = any(areas))) and o.ends_on >= ends_from
$$;
comment on function observations_of is '@behavior +order';
