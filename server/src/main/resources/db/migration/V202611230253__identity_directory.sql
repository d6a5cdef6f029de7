-- People and departments that the company's LDAP directory keeps. It says who there is and where; it gives no rights.
alter table person add column directory_id text;
alter table department add column directory_id text;
create unique index person_directory on person (directory_id) where directory_id is not null;
create unique index department_directory on department (directory_id) where directory_id is not null;
comment on column person.directory_id is 'entry in the directory; the password is kept there and none here counts';

create table directory_run (
    id         uuid        primary key,
    started_at timestamptz not null,
    started_by text        not null,
    ended_at   timestamptz not null,
    report     jsonb       not null
);
create index directory_run_start on directory_run (started_at desc);
