-- Which builds of the service have found this database in order at a start, so that their next start takes one query.

create table checked_build (
    build       text primary key,
    -- The migrations there were then: more of them, by a newer build, and it is to be checked again.
    migrations  integer not null,
    checked_at  timestamptz not null default now()
);
