-- Rows of an earlier bundled dataset that were wrong, and what replaced them. Their IDs were given out and lead there.

create table withdrawn_row (
    id         uuid primary key,
    -- The row that replaces it; the same row if only its values were wrong, null if nothing replaces it.
    current_id uuid
);
