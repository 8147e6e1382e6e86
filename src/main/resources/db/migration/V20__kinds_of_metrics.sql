-- The crime severity score, and stop and search.

alter table metric
    drop constraint metric_unit_check,
    add constraint metric_unit_check
        check (unit in ('COUNT', 'PERCENT', 'PERCENT_CHANGE', 'PER_1000_POPULATION', 'PER_1000_HOUSEHOLDS',
                        'PER_MILLION_POPULATION', 'FULL_TIME_EQUIVALENT', 'SCORE')),
    drop constraint metric_type_check,
    add constraint metric_type_check
        check (type in ('CRIME_RATE', 'CRIME_OUTCOME', 'ANTI_SOCIAL_BEHAVIOUR', 'VICTIM_SATISFACTION',
                        'ORGANISED_CRIME_GROUP', 'OFFENDER_MANAGEMENT', 'INVESTIGATION', 'WORKFORCE', 'POPULATION',
                        'PARTNERSHIP', 'STOP_AND_SEARCH'));
