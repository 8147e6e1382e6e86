with questions as materialized (
  select q.id, q.code, q.pillar, row_number() over (order by q.pillar, q.position, q.code) as place
  from question q where q.cycle = '2015')
select json_build_object('data', json_build_object('judgmentMatrix', json_build_object(
  'questions', (select json_agg(json_build_object('code', code, 'pillar', pillar) order by place) from questions),
  'rows', (
    select json_agg(json_build_object('force', json_build_object('slug', r.slug), 'cells', r.cells) order by r.name)
    from (
      select f.slug, f.name,
             json_agg(case when j.id is not null then json_build_object('state', j.state, 'grade', j.grade) end
                      order by q.place) as cells
      from force f
      cross join questions q
      left join judgment j on j.force_id = f.id and j.question_id = q.id and j.cycle = '2015'
        and (j.known_from is null or j.known_from <= make_date(:year, :month, :day))
        and (j.known_to is null or j.known_to > make_date(:year, :month, :day))
      group by f.id) r))));
