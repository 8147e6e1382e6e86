-- What a judgment is compared with: those of the same force on questions that are linked to its own, at any number of steps.

-- Kept by a trigger, in the transaction of the change: links are few, and read with every comparison.
create table question_ancestor (
    question_id uuid not null references question on delete cascade,
    ancestor_id uuid not null references question on delete cascade,
    primary key (question_id, ancestor_id)
);
create index question_ancestor_descendants on question_ancestor (ancestor_id, question_id);

create function link_questions() returns trigger language plpgsql as $$
begin
    delete from question_ancestor;
    insert into question_ancestor (question_id, ancestor_id)
    with recursive linked as (
        select question_id, earlier_id from comparable_question
        union
        select l.question_id, c.earlier_id from linked l join comparable_question c on c.question_id = l.earlier_id)
    select question_id, earlier_id from linked where question_id <> earlier_id;
    return null;
end
$$;

create trigger link_questions after insert or update or delete or truncate on comparable_question
    for each statement execute function link_questions();
-- Fires the trigger.
update comparable_question set note = note where false;

-- The earlier grades of each judgment's force, with their versions, and what became of them.
create view judgment_earlier as
select j.id as judgment_id,
       e.id as earlier_id,
       e.cycle,
       e.cycle_position,
       e.shown_from,
       e.known_to,
       case
           when j.grade is null or j.state = 'CARRIED_OVER' or j.grade_scale <> e.grade_scale then 'NOT_COMPARABLE'
           else case sign(now_is.rank - was.rank) when -1 then 'IMPROVED' when 0 then 'UNCHANGED' else 'DETERIORATED' end
       end as direction
from judgment j
join question_ancestor a on a.question_id = j.question_id
join judgment e on e.question_id = a.ancestor_id and e.force_id = j.force_id and e.grade is not null
left join grade_definition now_is on now_is.scale = j.grade_scale and now_is.grade = j.grade
left join grade_definition was on was.scale = e.grade_scale and was.grade = e.grade;
