-- The whole model: what is inspected, how it was judged, what was counted, and where each fact comes from.
-- Ids of type uuid are made from a row's natural key (see peel.node.NaturalKey): the same fact has the same id after
-- every import. Text that decides an order is collated "C", so that pages are the same on every server.

-- Sources ------------------------------------------------------------------------------------------------------

create table publication (
    id         integer generated always as identity primary key,
    code       text collate "C" not null unique,
    title      text not null,
    publisher  text not null,
    published  text check (published ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    url        text,
    kind       text not null check (kind in ('FORCE_REPORT', 'NATIONAL_REPORT', 'REVISIT_REPORT', 'WEB_PAGE',
                                             'PRESS_RELEASE', 'STATISTICS', 'FRAMEWORK', 'NEWS', 'REGISTER'))
);

-- One row for each import that changed something.
create table dataset_revision (
    revision    integer primary key check (revision > 0),
    imported_at timestamptz not null default now(),
    origin      text not null
);

-- What was imported, changed or not, so that it isn't read again.
create table imported_dataset (
    sha256 text primary key
);

-- Forces -------------------------------------------------------------------------------------------------------

create table force (
    id               uuid primary key,
    slug             text collate "C" not null unique,
    name             text collate "C" not null unique,
    ons_code         text collate "C" not null unique check (ons_code ~ '^[EW]\d{8}$'),
    country          text not null check (country in ('ENGLAND', 'WALES')),
    region           text collate "C" not null,
    rocu             text collate "C",
    rocu_basis       text check (rocu_basis in ('SOURCED', 'BY_ELIMINATION')),
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer
);
create index force_region on force (region, slug);
create index force_rocu on force (rocu, slug);
create index force_country on force (country, slug);

create table force_alias (
    alias    text collate "C" not null,
    force_id uuid not null references force,
    primary key (force_id, alias)
);
create unique index force_alias_folded on force_alias (lower(alias));

create table local_authority (
    code             text collate "C" primary key,
    name             text collate "C" not null,
    csp_code         text not null,
    csp_name         text not null,
    force_id         uuid not null references force,
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer
);
create index local_authority_force on local_authority (force_id, name);
create index local_authority_name on local_authority (lower(name));

create table monitoring_event (
    id               uuid primary key,
    force_id         uuid not null references force,
    event            text not null check (event in ('ENTERED_ENGAGE', 'LEFT_ENGAGE')),
    event_date       date,
    date_precision   text not null check (date_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer,
    check ((event_date is null) = (date_precision = 'UNKNOWN'))
);
create index monitoring_event_force on monitoring_event (force_id, event_date);

-- Questions ----------------------------------------------------------------------------------------------------

create table grade_scale (
    code text collate "C" primary key
);

create table grade_definition (
    scale            text collate "C" not null references grade_scale,
    grade            text not null check (grade in ('OUTSTANDING', 'GOOD', 'ADEQUATE', 'REQUIRES_IMPROVEMENT', 'INADEQUATE')),
    rank             integer not null check (rank > 0),
    definition       text not null,
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer,
    primary key (scale, grade),
    unique (scale, rank)
);

create table cycle (
    code        text collate "C" primary key,
    position    integer not null unique,
    grade_scale text collate "C" not null references grade_scale,
    starts      integer not null,
    ends        integer not null check (ends >= starts),
    unique (code, grade_scale)
);

create table question (
    id               uuid primary key,
    cycle            text collate "C" not null references cycle,
    pillar           text check (pillar in ('EFFECTIVENESS', 'EFFICIENCY', 'LEGITIMACY', 'LEADERSHIP')),
    code             text collate "C" not null,
    kind             text not null check (kind in ('OVERALL', 'CORE', 'DIAGNOSTIC')),
    parent_id        uuid references question,
    position         integer not null,
    graded           boolean not null,
    wording          text not null,
    wording_basis    text not null check (wording_basis in ('VERBATIM', 'PARAPHRASE', 'AREA_NAME', 'CUT')),
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer,
    unique nulls not distinct (cycle, pillar, code),
    unique (id, cycle)
);
create index question_order on question (cycle, pillar, position);
create index question_parent on question (parent_id);

create table comparable_question (
    question_id uuid not null references question,
    earlier_id  uuid not null references question,
    note        text not null,
    primary key (question_id, earlier_id),
    check (question_id <> earlier_id)
);
create index comparable_question_earlier on comparable_question (earlier_id);

-- Inspections and judgments ------------------------------------------------------------------------------------

create table inspection (
    id       uuid primary key,
    force_id uuid not null references force,
    cycle    text collate "C" not null references cycle,
    pillar   text check (pillar in ('EFFECTIVENESS', 'EFFICIENCY', 'LEGITIMACY', 'LEADERSHIP')),
    unique nulls not distinct (force_id, cycle, pillar)
);
create index inspection_cycle on inspection (cycle);

create table inspection_publication (
    inspection_id  uuid not null references inspection,
    publication_id integer not null references publication,
    primary key (inspection_id, publication_id)
);
create index inspection_publication_publication on inspection_publication (publication_id);

create table fieldwork (
    id               uuid primary key,
    inspection_id    uuid not null references inspection,
    questions        text[] not null,
    starts           date not null,
    ends             date not null check (ends >= starts),
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer
);
create index fieldwork_inspection on fieldwork (inspection_id, starts);

create table judgment (
    id                uuid primary key,
    -- The place of a judgment in the order by force, cycle, pillar, question and version.
    order_key         text collate "C" not null unique,
    force_id          uuid not null references force,
    question_id       uuid not null,
    inspection_id     uuid not null references inspection,
    cycle             text collate "C" not null,
    cycle_position    integer not null,
    pillar            text,
    question_code     text collate "C" not null,
    state             text not null check (state in ('GRADED', 'TO_BE_GRADED', 'NOT_GRADED', 'NOT_INSPECTED',
                                                     'CARRIED_OVER', 'UNGRADED')),
    grade             text,
    grade_scale       text collate "C" not null,
    carried_over_from text collate "C" references cycle,
    narrative         text,
    note              text,
    basis             text not null check (basis in ('GRADE_STATED', 'PROSE', 'PRESS_LIST', 'PRESS_RELEASE')),
    known_from        date,
    known_to          date,
    publication_id    integer not null references publication,
    source_url        text,
    source_figure     text,
    source_page       integer,
    source_line_from  integer,
    source_line_to    integer,
    -- A grade belongs to the scale of its question's cycle.
    foreign key (question_id, cycle) references question (id, cycle),
    foreign key (cycle, grade_scale) references cycle (code, grade_scale),
    foreign key (grade_scale, grade) references grade_definition (scale, grade),
    check ((grade is not null) = (state in ('GRADED', 'CARRIED_OVER'))),
    check ((carried_over_from is not null) = (state = 'CARRIED_OVER')),
    check (known_to is null or known_from is null or known_to > known_from)
);
-- At most one current judgment per force and question.
create unique index judgment_current on judgment (force_id, question_id) where known_to is null;
create index judgment_force on judgment (force_id, order_key);
create index judgment_question on judgment (question_id, force_id);
create index judgment_inspection on judgment (inspection_id);
create index judgment_cycle on judgment (cycle, order_key);
create index judgment_newest on judgment ((-cycle_position), order_key);
create index judgment_pillar on judgment (pillar, order_key);
create index judgment_question_code on judgment (question_code, order_key);
create index judgment_grade on judgment (grade, order_key);
create index judgment_state on judgment (state, order_key);

create table stated_comparison (
    judgment_id uuid primary key references judgment on delete cascade,
    direction   text not null check (direction in ('IMPROVED', 'DETERIORATED', 'UNCHANGED', 'NOT_COMPARABLE')),
    year        integer,
    grade       text check (grade in ('OUTSTANDING', 'GOOD', 'ADEQUATE', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'))
);

-- For each current judgment the current judgment of the comparable question of the cycle before, and whether what its
-- report says of that one agrees: the grade if it names one, else the direction. Grades compare only inside one scale.
create view judgment_previous as
select j.id as judgment_id,
       p.id as previous_id,
       case
           when s.judgment_id is null or p.grade is null then 'UNKNOWN'
           when s.grade is not null then case when s.grade = p.grade then 'AGREES' else 'DISAGREES' end
           when j.grade is null or j.grade_scale <> p.grade_scale or s.direction = 'NOT_COMPARABLE' then 'UNKNOWN'
           when s.direction = case sign(now_is.rank - was.rank)
                                  when -1 then 'IMPROVED' when 0 then 'UNCHANGED' else 'DETERIORATED' end then 'AGREES'
           else 'DISAGREES'
       end as agreement
from judgment j
join comparable_question c on c.question_id = j.question_id
join judgment p on p.question_id = c.earlier_id and p.force_id = j.force_id and p.known_to is null
left join stated_comparison s on s.judgment_id = j.id
left join grade_definition now_is on now_is.scale = j.grade_scale and now_is.grade = j.grade
left join grade_definition was on was.scale = p.grade_scale and was.grade = p.grade
where p.cycle_position = (select max(e.cycle_position)
                          from comparable_question l
                          join judgment e on e.question_id = l.earlier_id and e.force_id = j.force_id and e.known_to is null
                          where l.question_id = j.question_id);

-- Findings -----------------------------------------------------------------------------------------------------

create table finding (
    id               uuid primary key,
    order_key        text collate "C" not null unique,
    force_id         uuid not null references force,
    question_id      uuid not null references question,
    inspection_id    uuid not null references inspection,
    cycle            text collate "C" not null,
    kind             text not null check (kind in ('AREA_FOR_IMPROVEMENT', 'CAUSE_OF_CONCERN', 'RECOMMENDATION', 'PRACTICE')),
    ordinal          integer not null check (ordinal > 0),
    text             text not null,
    wording          text not null check (wording in ('PRINTED', 'SUMMARISED', 'NOT_PRINTED')),
    register_id      text,
    deadline         text,
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer,
    unique (force_id, question_id, kind, ordinal)
);
create index finding_force on finding (force_id, order_key);
create index finding_question on finding (question_id);
create index finding_inspection on finding (inspection_id, order_key);
create index finding_kind on finding (kind, order_key);
create index finding_cycle on finding (cycle, order_key);

create table finding_status (
    id               uuid primary key,
    finding_id       uuid not null references finding on delete cascade,
    status           text not null check (status in ('AWAITING_REVIEW', 'BEING_PROGRESSED', 'COMPLETE', 'SUPERSEDED')),
    status_date      date not null,
    comment          text,
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer,
    unique (finding_id, status_date, status)
);

-- Figures ------------------------------------------------------------------------------------------------------

create table metric (
    id          integer generated always as identity primary key,
    code        text collate "C" not null unique,
    name        text not null,
    unit        text not null check (unit in ('COUNT', 'PERCENT', 'PERCENT_CHANGE', 'PER_1000_POPULATION',
                                              'PER_1000_HOUSEHOLDS', 'PER_MILLION_POPULATION', 'FULL_TIME_EQUIVALENT')),
    basis       text not null check (basis in ('FLOW', 'STOCK')),
    type        text not null check (type in ('CRIME_RATE', 'CRIME_OUTCOME', 'ANTI_SOCIAL_BEHAVIOUR', 'VICTIM_SATISFACTION',
                                              'ORGANISED_CRIME_GROUP', 'OFFENDER_MANAGEMENT', 'INVESTIGATION', 'WORKFORCE',
                                              'POPULATION', 'PARTNERSHIP')),
    denominator text,
    definition  text not null,
    parent_id   integer references metric,
    unique (id, type)
);

create table area (
    id       integer generated always as identity primary key,
    code     text collate "C" not null unique,
    name     text not null,
    kind     text not null check (kind in ('FORCE', 'ENGLAND_AND_WALES', 'COMBINED', 'REGION')),
    force_id uuid unique references force,
    check ((force_id is not null) = (kind = 'FORCE'))
);

-- There is one England and Wales: it is everybody's comparator.
create unique index area_england_and_wales on area (kind) where kind = 'ENGLAND_AND_WALES';

create table area_member (
    area_id  integer not null references area,
    force_id uuid not null references force,
    primary key (area_id, force_id)
);
create index area_member_force on area_member (force_id);

create table observation (
    id               uuid primary key,
    -- The metric's type again: it says which Java class, and so which GraphQL type, a row is.
    type             text not null,
    metric_id        integer not null,
    area_id          integer not null references area,
    period_from      date,
    period_to        date,
    as_at            date,
    -- The last day it speaks of; 0001-01-01 when its source gives no period.
    ends_on          date not null generated always as (coalesce(as_at, period_to, date '0001-01-01')) stored,
    baseline_from    date,
    baseline_to      date,
    dimension        text collate "C",
    dimension_group  text collate "C",
    value            numeric,
    missing          text check (missing in ('CHART_LOST', 'NOT_PRINTED', 'EXCLUDED', 'NOT_COMPARABLE')),
    qualifier        text not null check (qualifier in ('EXACT', 'APPROXIMATE')),
    comparability    text,
    assessment       text,
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer,
    foreign key (metric_id, type) references metric (id, type),
    -- Missing is null with a reason, never 0.
    check ((value is null) = (missing is not null)),
    check ((period_from is null) = (period_to is null)),
    check (as_at is null or period_from is null),
    check (period_to >= period_from),
    check ((baseline_from is null) = (baseline_to is null)),
    check (baseline_to >= baseline_from)
);
create index observation_metric on observation (metric_id, ends_on, id);
create index observation_area on observation (area_id, metric_id, ends_on, id);
create index observation_newest on observation (ends_on, id);
create index observation_type on observation (type, ends_on, id);
create index observation_metric_area on observation (metric_id, area_id, ends_on, id);
create index observation_dimension on observation (metric_id, dimension, ends_on, id);
create index observation_missing on observation (missing, ends_on, id) where missing is not null;
create index observation_publication on observation (publication_id);
