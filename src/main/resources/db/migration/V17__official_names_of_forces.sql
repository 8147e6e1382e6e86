-- Which of a force's names are official ones, in which language and in which years. All null for other names.

alter table force_alias
    add column language  text check (language in ('ENGLISH', 'WELSH')),
    add column from_year integer,
    add column to_year   integer check (from_year <= to_year);
