-- Kinds of weaker sources. Not in one transaction with other tables: it would wait for readers of this table that wait
-- for another one.

alter table publication
    drop constraint publication_kind_check,
    add constraint publication_kind_check
        check (kind in ('FORCE_REPORT', 'NATIONAL_REPORT', 'REVISIT_REPORT', 'WEB_PAGE', 'PRESS_RELEASE', 'STATISTICS',
                        'FRAMEWORK', 'NEWS', 'REGISTER', 'COMMISSIONER_SITE', 'FORCE_SITE', 'MIRROR'));
