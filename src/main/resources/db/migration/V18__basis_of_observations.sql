-- Whether a source prints a value or it was computed, and from which observations this service computed it.

alter table observation
    add column basis text not null default 'PRINTED' check (basis in ('PRINTED', 'COMPUTED')),
    add column parts uuid[];
-- Few rows have parts: those that are computed anew when one of them changes.
create index observation_parts on observation (id) where parts is not null;
