-- What a search filters and shows by, beside each text, so that a search joins no tables. Their rows were estimated too low as
-- long as PostgreSQL had not analysed them, which it does not do by itself for a table of few rows, and a search of frequent
-- words then compared each text with each section. Facts of a text do not change: a text whose finding changes is stored anew.
alter table search_text
    -- Of passages.
    add column report_id   uuid,
    add column force_id    uuid,
    add column question_id uuid,
    add column cycle       text collate "C",
    add column pillar      text;

update search_text t
set report_id = r.id, force_id = i.force_id, question_id = s.question_id, cycle = i.cycle, pillar = i.pillar
from report_section s
join report r on r.id = s.report_id
join inspection i on i.id = r.inspection_id
where s.id = t.section_id;

update search_text t
set force_id = f.force_id, question_id = f.question_id, cycle = f.cycle, pillar = q.pillar
from finding f
join question q on q.id = f.question_id
where t.section_id is null and f.id = t.id;

-- As before, with these facts.
create or replace function index_search_texts(ids uuid[], kinds text[], sections uuid[], findings uuid[], texts text[]) returns void
    language sql set jit = off
begin atomic
    with
    come as materialized (
        select * from unnest(ids, kinds, sections, findings, texts) t (id, kind, section_id, finding_id, text)),
    found as materialized (
        select t.id, w.place, w.word, search_lexeme(w.word) as lexeme
        from come t cross join lateral search_words(t.text) w
        -- PostgreSQL counts no further.
        where w.place < 16384),
    vectors as (
        insert into search_text
            (id, kind, section_id, finding_id, words, report_id, force_id, question_id, cycle, pillar)
        select c.id, c.kind, c.section_id, c.finding_id, v.words, r.id, coalesce(i.force_id, f.force_id),
               coalesce(s.question_id, f.question_id), coalesce(i.cycle, f.cycle), coalesce(i.pillar, q.pillar)
        from (
            select id, cast(string_agg('''' || lexeme || ''':' || place, ' ') as tsvector) as words from found
            where lexeme is not null
            group by id) v
        join come c on c.id = v.id
        left join report_section s on s.id = c.section_id
        left join report r on r.id = s.report_id
        left join inspection i on i.id = r.inspection_id
        left join finding f on f.id = c.id and c.section_id is null
        left join question q on q.id = f.question_id
        on conflict (id) do update
        set kind = excluded.kind, section_id = excluded.section_id, finding_id = excluded.finding_id, words = excluded.words,
            report_id = excluded.report_id, force_id = excluded.force_id, question_id = excluded.question_id,
            cycle = excluded.cycle, pillar = excluded.pillar)
    -- In order, so that two transactions do not wait for each other.
    insert into search_word (word, lexeme)
    select distinct word, lexeme from found
    where lexeme is not null and not exists (select from search_word s where s.word = found.word)
    order by word
    on conflict do nothing;
end;

-- The view "searched_text" with these facts. It is another one, since a service of the last release reads that one: to replace
-- it, this transaction would wait for a search that waits for the table above. The subqueries stay subqueries, which
-- PostgreSQL executes once: they are parts of an alternative.
create view searchable_text as
select t.id, t.kind, t.words, t.force_id, t.question_id, t.cycle, t.pillar
from search_text t
where t.section_id is null
    or t.report_id in (select r.id from report r where r.superseded_at is null)
        and (t.finding_id is null or t.finding_id not in (select f.id from finding f));
