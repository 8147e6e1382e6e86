-- What each import changed: a row for each fact, or for many facts of one kind in one file. Written in the import's
-- transaction. It refers to no other table, because it outlives what it tells of, and because a load that locks the
-- tables that another one refers to would wait for its readers.

create table dataset_change (
    id               uuid primary key default gen_random_uuid(),
    -- The revision that the import made, its identity, and the order of rows within it.
    revision         integer not null,
    position         bigint not null generated always as identity,
    state            uuid not null,
    changed_at       timestamptz not null default now(),
    kind             text not null check (kind in ('REPORT', 'JUDGMENT', 'FINDING', 'FINDING_STATUS', 'MONITORING_EVENT',
                                                   'OBSERVATION', 'REFERENCE')),
    action           text not null check (action in ('INSERTED', 'CORRECTED', 'CHANGED', 'WITHDRAWN')),
    format           text collate "C" not null,
    file             text not null,
    facts            integer not null check (facts > 0),
    -- The key of what has an ID: a judgment, finding, observation or report, or the force of a monitoring event.
    node_id          uuid,
    force_id         uuid,
    cycle            text collate "C",
    question_id      uuid,
    question_code    text collate "C",
    metric_id        integer,
    subject          text,
    said_before      text,
    said_after       text,
    publication_id   integer,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer,
    source_file      text,
    source_quotation text
);
create unique index dataset_change_order on dataset_change (revision, position);
create index dataset_change_kind on dataset_change (kind, revision, position);
create index dataset_change_force on dataset_change (force_id, revision, position) where force_id is not null;
create index dataset_change_cycle on dataset_change (cycle, revision, position) where cycle is not null;
create index dataset_change_question on dataset_change (question_code, revision, position)
    where question_code is not null;
create index dataset_change_metric on dataset_change (metric_id, revision, position) where metric_id is not null;
