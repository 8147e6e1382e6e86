-- Councils of all kinds and since when they exist, beside the districts of December 2016: a district of 2016 must have a
-- community safety partnership, and a county has none.

create table council (
    code             text collate "C" primary key,
    name             text collate "C" not null,
    official_name    text,
    other_names      text[],
    kind             text not null
        check (kind in ('COUNTY', 'DISTRICT', 'UNITARY_AUTHORITY', 'METROPOLITAN_DISTRICT', 'LONDON_BOROUGH',
                        'CITY_CORPORATION')),
    county           text,
    valid_from       date,
    valid_to         date check (valid_from <= valid_to),
    force_id         uuid not null references force,
    publication_id   integer not null references publication,
    source_url       text,
    source_figure    text,
    source_page      integer,
    source_line_from integer,
    source_line_to   integer,
    source_file      text,
    source_quotation text
);
create index council_force on council (force_id, name);
