-- Programs get accounts of their own: nobody signs in with one, somebody answers for it, and its tokens do no more than it may.
alter table person
    add column kind      text not null default 'EMPLOYEE' check (kind in ('EMPLOYEE', 'SERVICE')),
    add column keeper_id uuid references person,
    add constraint person_service_kept check ((kind = 'SERVICE') = (keeper_id is not null));
create index person_keeper on person (keeper_id) where keeper_id is not null;
comment on column person.keeper_id is 'who answers for a service account and issues its tokens; never an administrator, who would read content with them';

-- what a token may do at most; tokens from before keep what they could
alter table token
    add column scopes    text[] not null default '{}',
    add column issued_by uuid references person;
update token set issued_by = person_id,
    scopes = '{CUSTOMER_READ,CUSTOMER_WRITE,ARCHIVE_READ,ARCHIVE_WRITE,AUDIT_READ,PERSON_MANAGE,ROLE_GRANT,DEPARTMENT_MANAGE,HEALTH_READ}';
alter table token alter column issued_by set not null;
