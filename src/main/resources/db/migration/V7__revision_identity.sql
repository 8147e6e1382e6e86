-- A number says nothing about what it stands for: after a restore from a backup or a failover that lost an import, the
-- next import gets the same number again. The identity is never repeated, so that whoever keeps answers can tell two
-- states of the data apart. The default is for imports by an older release that still runs.

alter table dataset_revision
    add column identity uuid not null default gen_random_uuid(),
    -- The identity of the revision that the import changed; null for the first one, and for those of older releases.
    add column predecessor uuid;

update dataset_revision r
set predecessor = (
    select p.identity from dataset_revision p where p.revision < r.revision order by p.revision desc limit 1
);
