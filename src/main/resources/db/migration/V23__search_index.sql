-- An index of words for a query language of the service's own. It stands beside the columns "words", which services of the
-- last release search, and is kept by triggers, so that it also holds what these services import.

-- A text as it is searched: compatibility forms, ligatures and accents as plain letters, all quotes and dashes alike, without
-- soft hyphens and other signs of no width, in lower case, a decimal point as a raised one. The same as
-- peel.search.SearchWords (SearchIndexTest holds that). A hyphen and a blank between letters are from a line's end.
create function search_fold(printed text) returns text
    language sql immutable strict parallel safe
    return
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
            lower(translate(
                normalize(regexp_replace(translate(printed, U&'\00B9\00B2\00B3\2070\2074\2075\2076\2077\2078\2079', '          '),
                                         '\u00AD ?', '', 'g'), NFKD),
                -- Capitals that are no letter with an accent, which lower() leaves in the locale C; quotes, hyphens, dashes and
                -- raised points; then what is left out.
                U&'\00C6\00D0\00D8\00DE\0110\0141\0152' ||
                U&'\2018\2019\201A\201B\02BC\2032\2010\2011\2212\2012\2013\2014\2015\00B7\2027\2219\22C5'
                || U&'\200B\200C\200D\200E\200F\202A\202B\202C\202D\202E\2060\2061\2062\2063\2064\2066\2067\2068\2069\FEFF',
                U&'\00E6\00F0\00F8\00FE\0111\0142\0153' || '''''''''''''-------....')),
            '[\u0300-\u036F]', '', 'g'),
            -- A possessive is the word itself.
            '''s(?![0-9a-z])', '', 'g'),
            '([0-9]),(?=[0-9]{3}(?![0-9]))', '\1', 'g'),
            '([0-9])\.(?=[0-9])', '\1' || U&'\00B7', 'g'),
            '([0-9a-z])- (?=[a-z])', '\1-', 'g');

-- The words of a compound, each on its own and, of up to four, together: of "re-offending" they are "re", "offending" and
-- "reoffending".
create function search_compound(compound text) returns text[]
    language sql immutable strict parallel safe
begin atomic
    with c (part) as (select array_remove(regexp_split_to_array(compound, '[-/''&._@+]+'), ''))
    select array(
        select unnest(c.part)
        union
        select array_to_string(c.part[i:j], '')
        from generate_series(1, cardinality(c.part) - 1) i, generate_series(i + 1, cardinality(c.part)) j
        where cardinality(c.part) <= 4)
    from c;
end;

-- The words of a text with their positions. Words joined by a hyphen, a slash or the like have one position.
create function search_words(printed text) returns table (place integer, word text)
    language sql immutable strict parallel safe
begin atomic
    select cast(t.place as integer), w.word
    from (
        select row_number() over () as place, m.token[1] as token
        from regexp_matches(
                 search_fold(printed),
                 '[-/''&._@+0-9a-z\u00B5\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0370-\u1FFF\u2C00-\u2DFF\u3040-\uD7FF\uF900-\uFAFF]+',
                 'g') m (token)
        where m.token[1] !~ '^[-/''&._@+]+$') t
    cross join lateral unnest(
        case when t.token ~ '[-/''&._@+]' then search_compound(t.token) else array[t.token] end) w (word)
    where length(w.word) <= 60;
end;

-- The form by which a word is found: its stem, or the word itself if it has a digit. Null for a word that is too common.
create function search_lexeme(word text) returns text
    language sql immutable strict parallel safe
    return case when word ~ '[0-9]' then word else (ts_lexize('english_stem', word))[1] end;

-- The texts that are searched, by passage or finding, with what their passages say of them, so that ranking reads no passage.
-- No foreign keys, which would lock tables that are read meanwhile.
create table search_text (
    id         uuid primary key,
    kind       text not null,
    -- Of passages.
    section_id uuid,
    finding_id uuid,
    words      tsvector not null
);
-- Entries that wait to be added would be read by every search.
create index search_text_words on search_text using gin (words) with (fastupdate = off);

-- The words of all texts, with the forms by which they are found: for prefixes, compounds and corrections of spelling. A word
-- stays when the last text that has it is gone.
create table search_word (
    word   text collate "C" primary key,
    lexeme text collate "C" not null
);
create index search_word_lexeme on search_word (lexeme);

-- Compiling the plan would take a hundred times longer than executing it.
create function index_search_texts(ids uuid[], kinds text[], sections uuid[], findings uuid[], texts text[]) returns void
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
        insert into search_text (id, kind, section_id, finding_id, words)
        select c.id, c.kind, c.section_id, c.finding_id, v.words
        from (
            select id, cast(string_agg('''' || lexeme || ''':' || place, ' ') as tsvector) as words from found
            where lexeme is not null
            group by id) v
        join come c on c.id = v.id
        on conflict (id) do update
        set kind = excluded.kind, section_id = excluded.section_id, finding_id = excluded.finding_id, words = excluded.words)
    -- In order, so that two transactions do not wait for each other.
    insert into search_word (word, lexeme)
    select distinct word, lexeme from found
    where lexeme is not null and not exists (select from search_word s where s.word = found.word)
    order by word
    on conflict do nothing;
end;

-- The kinds of passages that can hold a sentence.
create function index_passages() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from search_text where id in (select id from gone);
    end if;
    if tg_op <> 'DELETE' then
        perform index_search_texts(array_agg(id), array_agg(kind), array_agg(section_id), array_agg(finding_id), array_agg(text))
        from come
        where kind in ('PARAGRAPH', 'BULLET', 'FOOTNOTE', 'CAPTION', 'SOURCE', 'NOTE')
        having count(*) > 0;
    end if;
    return null;
end
$$;

create trigger index_inserted after insert on report_passage
    referencing new table as come for each statement execute function index_passages();
create trigger index_updated after update on report_passage
    referencing old table as gone new table as come for each statement execute function index_passages();
create trigger index_deleted after delete on report_passage
    referencing old table as gone for each statement execute function index_passages();

create function index_findings() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from search_text where id in (select id from gone);
    end if;
    if tg_op <> 'DELETE' then
        perform index_search_texts(
            array_agg(id), array_agg('FINDING'::text), array_agg(null::uuid), array_agg(null::uuid), array_agg(text))
        from come having count(*) > 0;
    end if;
    return null;
end
$$;

create trigger index_inserted after insert on finding
    referencing new table as come for each statement execute function index_findings();
create trigger index_updated after update on finding
    referencing old table as gone new table as come for each statement execute function index_findings();
create trigger index_deleted after delete on finding
    referencing old table as gone for each statement execute function index_findings();

-- What is stored already.
do $$ begin
    perform index_search_texts(array_agg(id), array_agg(kind), array_agg(section_id), array_agg(finding_id), array_agg(text))
    from report_passage
    where kind in ('PARAGRAPH', 'BULLET', 'FOOTNOTE', 'CAPTION', 'SOURCE', 'NOTE') having count(*) > 0;
    perform index_search_texts(
        array_agg(id), array_agg('FINDING'::text), array_agg(null::uuid), array_agg(null::uuid), array_agg(text))
    from finding having count(*) > 0;
end $$;

-- All that is searched: passages of current reports, and findings wherever they are from, once.
create view searched_text as
select t.id, t.kind, t.words, i.force_id, s.question_id, i.cycle, i.pillar
from search_text t
join report_section s on s.id = t.section_id
join report r on r.id = s.report_id and r.superseded_at is null
join inspection i on i.id = r.inspection_id
where t.finding_id is null or not exists (select from finding f where f.id = t.finding_id)
union all
select f.id, t.kind, t.words, f.force_id, f.question_id, f.cycle, q.pillar
from search_text t
join finding f on f.id = t.id
join question q on q.id = f.question_id
where t.section_id is null;
