with page as materialized (
  select o.*, row_number() over (order by t.metric_id, t.area_id, o.ends_on, o.id) as place
  from (select m.id as metric_id, a.id as area_id
        from metric m cross join area a where a.code in ({forces}[:force], 'england-and-wales')) t
  cross join lateral (
    select * from observation o
    where o.metric_id = t.metric_id and o.area_id = t.area_id and o.ends_on >= make_date(:year, 1, 1)
    order by o.ends_on, o.id limit :first + 1) o
  order by t.metric_id, t.area_id, o.ends_on, o.id limit :first + 1)
select json_build_object('data', json_build_object('observations', json_build_object(
  'nodes', (
    select coalesce(json_agg(json_build_object(
             'metric', json_build_object('code', m.code, 'unit', m.unit),
             'from', o.period_from, 'to', o.period_to, 'asAt', o.as_at, 'value', o.value, 'missing', o.missing,
             'source', json_build_object('lineFrom', o.source_line_from, 'publication', json_build_object('title', p.title)))
             order by o.place), '[]')
    from page o
    join metric m on m.id = o.metric_id
    join publication p on p.id = o.publication_id
    where o.place <= :first),
  'pageInfo', json_build_object(
    'hasNextPage', (select count(*) > :first from page),
    'endCursor', (
      select translate(encode(convert_to(concat_ws(E'\x1f', 'metric', o.metric_id, o.area_id, o.ends_on, o.id), 'UTF8'), 'base64'),
                       E'+/=\n', '-_')
      from page o where o.place <= :first order by o.place desc limit 1)))));
