select json_build_object('data', json_build_object('forces', json_build_object('nodes', (
  select json_agg(json_build_object('name', f.name,
    'judgments', coalesce((
      select json_agg(json_build_object('question', json_build_object('code', q.code), 'grade', j.grade) order by j.order_key)
      from judgment j
      join question q on q.id = j.question_id
      where j.force_id = f.id and j.cycle = {cycles}[:cycle] and j.known_to is null), '[]'),
    'organisedCrimeGroupCounts', coalesce((
      select json_agg(json_build_object('metric', json_build_object('code', m.code), 'value', o.value, 'missing', o.missing,
               'comparator', (
                 select json_build_object('value', c.value, 'missing', c.missing)
                 from observation c
                 where c.area_id = (select e.id from area e where e.kind = 'ENGLAND_AND_WALES')
                   and c.metric_id = o.metric_id and c.ends_on = o.ends_on
                   and (c.period_from, c.period_to, c.as_at, c.baseline_from, c.baseline_to, c.dimension)
                       is not distinct from (o.period_from, o.period_to, o.as_at, o.baseline_from, o.baseline_to, o.dimension)
                 order by c.publication_id <> o.publication_id limit 1))
               order by o.metric_id, o.area_id, o.ends_on, o.id)
      from area a
      join observation o on o.area_id = a.id
      join metric m on m.id = o.metric_id
      where a.force_id = f.id and o.metric_id = any(array(select g.id from metric g where g.type = 'ORGANISED_CRIME_GROUP'))), '[]'))
    order by f.name)
  from (select * from force order by name limit :first) f))));
