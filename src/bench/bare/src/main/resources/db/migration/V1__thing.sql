create table thing (id bigint primary key, name text);
create sequence thing_seq increment by 50;
insert into thing (id, name) select i, 'thing ' || i from generate_series(1, 43) i;
