select json_build_object('data', json_build_object('ranking', (
  select json_agg(json_build_object('rank', r.rank,
           'observation', json_build_object('area', json_build_object('name', r.name), 'value', r.value, 'missing', r.missing))
           order by r.sorted nulls last, r.code)
  from (
    select n.*, case when n.value is not null then rank() over (order by n.sorted nulls last) end as rank
    from (
      select distinct on (o.area_id) o.value, o.missing, a.name, a.code,
             case when (:ascending)::integer = 1 then o.value else -o.value end as sorted
      from observation o
      join area a on a.id = o.area_id
      where o.metric_id = (select m.id from metric m where m.code = 'workforce.officers')
        and o.ends_on = ({days}[:day])::date and o.dimension is null and a.kind in ('FORCE', 'COMBINED')
      order by o.area_id, o.baseline_from desc nulls last, 5 nulls last, o.id) n) r)));
