-- A report of 2018/19 is about three inspections: those of its publication. The column "inspection_id" of "report" has the
-- first, which is all that a service of the last release reads. What is searched has the pillar of its question; in such a
-- report, a text without a question has none. Otherwise, the function is as before.
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
               coalesce(s.question_id, f.question_id), coalesce(i.cycle, f.cycle),
               case when several.pillars then q.pillar else coalesce(q.pillar, i.pillar) end
        from (
            select id, cast(string_agg('''' || lexeme || ''':' || place, ' ') as tsvector) as words from found
            where lexeme is not null
            group by id) v
        join come c on c.id = v.id
        left join report_section s on s.id = c.section_id
        left join report r on r.id = s.report_id
        left join inspection i on i.id = r.inspection_id
        left join lateral (
            select count(*) > 1 as pillars from inspection_publication p
            where p.publication_id = r.publication_id) several on true
        left join finding f on f.id = c.id and c.section_id is null
        left join question q on q.id = coalesce(s.question_id, f.question_id)
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
