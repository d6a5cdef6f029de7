-- Lists as people like to see them; a view opens no more than the list itself does.
create table saved_view (
    id        uuid  primary key,
    person_id uuid  not null references person,
    list      text  not null,
    name      text  not null,
    query     jsonb not null,
    constraint saved_view_name unique (person_id, list, name)
);
comment on column saved_view.query is 'parameters of the list''s address';
