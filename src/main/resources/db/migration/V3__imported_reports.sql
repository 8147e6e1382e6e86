-- What an import brings beside the facts: the file and the words each fact was read from, what contradicts it, and the
-- whole text of a report, in order and searchable.

alter table force             add column source_file text, add column source_quotation text;
alter table local_authority   add column source_file text, add column source_quotation text;
alter table monitoring_event  add column source_file text, add column source_quotation text;
alter table grade_definition  add column source_file text, add column source_quotation text;
alter table question          add column source_file text, add column source_quotation text;
alter table fieldwork         add column source_file text, add column source_quotation text;
alter table judgment          add column source_file text, add column source_quotation text, add column contradiction text;
alter table finding           add column source_file text, add column source_quotation text;
alter table finding_status    add column source_file text, add column source_quotation text;
alter table observation       add column source_file text, add column source_quotation text, add column contradiction text;

-- Reports ------------------------------------------------------------------------------------------------------

-- A text with its typographic signs as ASCII, one for one, so that places in both are the same. Where a database's locale
-- is C, full-text search takes every other sign for a letter, and wouldn't find the word between ‘quotes’. The last two
-- are the marks of highlighted words (peel.report.SearchHit).
create function plain_signs(printed text) returns text
    language sql immutable strict parallel safe
    return translate(printed, U&'\2018\2019\201A\201C\201D\201E\2010\2011\2012\2013\2014\2022\2026\00A0\00A3\20AC\0002\0003',
                     '''''''"""-----       ');

-- A report as imported, one row for each version. The current one of a publication is superseded by none.
create table report (
    id             uuid primary key,
    -- The place of a report in the order by force, cycle, pillar, part and version.
    order_key      text collate "C" not null unique,
    publication_id integer not null references publication,
    inspection_id  uuid not null references inspection,
    version        integer not null check (version > 0),
    title          text not null,
    part           text,
    file           text not null,
    sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    format         text not null check (format in ('TEXT', 'PDF')),
    imported_at    timestamptz not null default now(),
    superseded_at  timestamptz,
    unique (publication_id, version)
);
create unique index report_current on report (publication_id) where superseded_at is null;
create index report_inspection on report (inspection_id);

-- The whole text, kept apart so that lists of reports don't read it.
create table report_text (
    report_id   uuid primary key references report on delete cascade,
    -- The lines, each but the last followed by a line feed.
    text        text not null,
    -- The number of each page's first line.
    page_starts integer[] not null
);

create table report_section (
    id          uuid primary key,
    report_id   uuid not null references report on delete cascade,
    ordinal     integer not null,
    level       integer not null check (level > 0),
    heading     text,
    question_id uuid references question,
    line_from   integer not null,
    line_to     integer not null,
    unique (report_id, ordinal)
);

create table report_figure (
    id        uuid primary key,
    report_id uuid not null references report on delete cascade,
    ordinal   integer not null,
    label     text not null,
    caption   text not null,
    source    text,
    notes     text[] not null,
    status    text not null check (status in ('TABLE', 'CHART_LOST')),
    line_from integer not null,
    line_to   integer not null,
    unique (report_id, ordinal)
);

create table report_passage (
    id         uuid primary key,
    report_id  uuid not null references report on delete cascade,
    section_id uuid not null references report_section on delete cascade,
    ordinal    integer not null,
    kind       text not null check (kind in ('PARAGRAPH', 'BULLET', 'TITLE', 'GRADE', 'FOOTNOTE', 'CAPTION', 'SOURCE', 'NOTE',
                                             'TABLE_ROW', 'LINK', 'PAGE_NUMBER', 'CONTENTS')),
    number     integer,
    text       text not null,
    -- The page of the file, and what is printed on it.
    file_page  integer not null,
    page       integer,
    line_from  integer not null,
    line_to    integer not null,
    -- Of captions, sources, notes and table rows.
    figure_id  uuid references report_figure on delete cascade,
    -- The finding that this is the print of. No foreign key: findings come and go with later imports.
    finding_id uuid,
    -- What is searched: everything that can hold a sentence.
    words      tsvector generated always as (
                   case when kind in ('PARAGRAPH', 'BULLET', 'FOOTNOTE', 'CAPTION', 'SOURCE', 'NOTE')
                        then to_tsvector('english', plain_signs(text)) end) stored,
    unique (report_id, ordinal)
);
create index report_passage_section on report_passage (section_id, ordinal);
create index report_passage_figure on report_passage (figure_id) where figure_id is not null;
create index report_passage_finding on report_passage (finding_id) where finding_id is not null;
create index report_passage_words on report_passage using gin (words);

-- Where footnotes are referred to: in a passage's text or in a section's heading.
create table report_footnote_mark (
    id          uuid primary key,
    passage_id  uuid references report_passage on delete cascade,
    section_id  uuid references report_section on delete cascade,
    -- The offset in the text or heading behind which it stood.
    position    integer not null,
    number      integer not null,
    line        integer not null,
    footnote_id uuid references report_passage on delete cascade,
    check (num_nonnulls(passage_id, section_id) = 1)
);
create index report_footnote_mark_passage on report_footnote_mark (passage_id) where passage_id is not null;
create index report_footnote_mark_section on report_footnote_mark (section_id) where section_id is not null;
create index report_footnote_mark_footnote on report_footnote_mark (footnote_id);

create table report_remark (
    id              uuid primary key,
    report_id       uuid not null references report on delete cascade,
    ordinal         integer not null,
    kind            text not null check (kind in ('CONTRADICTION', 'NOT_UNDERSTOOD')),
    text            text not null,
    line_from       integer not null,
    line_to         integer not null,
    page            integer,
    figure          text,
    quotation       text,
    other_line_from integer,
    other_line_to   integer,
    other_page      integer,
    other_figure    text,
    other_quotation text,
    unique (report_id, ordinal)
);

alter table finding add column words tsvector generated always as (to_tsvector('english', plain_signs(text))) stored;
create index finding_words on finding using gin (words);

-- All that is searched: passages of current reports, and findings wherever they are from, once.
create view search_entry as
select p.id, p.kind, p.text, p.words, p.line_from, p.line_to, p.page, i.force_id, s.question_id, i.cycle, i.pillar
from report_passage p
join report_section s on s.id = p.section_id
join report r on r.id = p.report_id and r.superseded_at is null
join inspection i on i.id = r.inspection_id
where p.finding_id is null or not exists (select from finding f where f.id = p.finding_id)
union all
select f.id, 'FINDING', f.text, f.words, f.source_line_from, f.source_line_to, f.source_page, f.force_id, f.question_id,
       f.cycle, q.pillar
from finding f
join question q on q.id = f.question_id;
