-- England, and totals that leave a force out. One table in each migration, as in V11.

alter table area
    drop constraint area_kind_check,
    add constraint area_kind_check
        check (kind in ('FORCE', 'ENGLAND_AND_WALES', 'COMBINED', 'REGION', 'COUNTRY', 'PARTIAL'));
