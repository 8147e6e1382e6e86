-- When a judgment was published, which answers "as of" a day need. It does not tell versions from each other, as
-- known_from does, so that a date can reach a stored judgment and the judgment keeps its ID.

alter table judgment
    add column published           date,
    add column published_precision text check (published_precision in ('DAY', 'MONTH', 'BY')),
    add column shown_from          date generated always as (coalesce(known_from, published)) stored,
    add check ((published is null) = (published_precision is null));
