-- How sure a judgment is: read in a later report, perhaps of an earlier year, and confirmed by which other pages.

alter table judgment
    add column may_be_carried_over boolean not null default false,
    add column confirmed_by        text[],
    drop constraint judgment_basis_check,
    add constraint judgment_basis_check
        check (basis in ('GRADE_STATED', 'PROSE', 'PRESS_LIST', 'PRESS_RELEASE', 'CARRIED_BACK'));
create index judgment_basis on judgment (basis, order_key);
-- Few are of some bases and grades, and the newest of these are far apart in the order of all.
create index judgment_basis_newest on judgment (basis, (-cycle_position), order_key);
create index judgment_grade_newest on judgment (grade, (-cycle_position), order_key);
