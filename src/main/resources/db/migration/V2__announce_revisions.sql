-- Every process that keeps answers is told of a new state of the data when it is committed, whoever made it.

create function announce_dataset_revision() returns trigger language plpgsql as $$
begin
    perform pg_notify('peel_dataset_revision', '');
    return null;
end
$$;

create trigger announce_dataset_revision
    after insert or update or delete or truncate on dataset_revision
    for each statement execute function announce_dataset_revision();
