select json_build_object('data', json_build_object('force', (
  select json_build_object('name', f.name, 'judgments', coalesce((
    select json_agg(json_build_object(
             'question', json_build_object('code', q.code, 'pillar', q.pillar),
             'state', j.state, 'grade', j.grade,
             'source', json_build_object('url', j.source_url, 'publication', json_build_object('title', p.title)))
             order by j.order_key)
    from judgment j
    join question q on q.id = j.question_id
    join publication p on p.id = j.publication_id
    where j.force_id = f.id and j.known_to is null), '[]'))
  from force f
  where lower({forces}[:force]) in (f.slug, lower(f.ons_code), lower(f.name))
     or f.id = (select a.force_id from force_alias a where lower(a.alias) = lower({forces}[:force])))));
