-- Rights follow the post: roles are granted at a department, singly or by a post, and end with it; what is powerful
-- needs a second person. One customer or dossier can be opened to somebody for a time.
create extension if not exists btree_gist;

alter table role
    drop constraint role_scope_check,
    add constraint role_scope_known check (scope in ('NONE', 'OWN', 'DEPARTMENT', 'DEPARTMENT_AND_BELOW', 'CHOSEN', 'ALL')),
    add column high     boolean not null default false,
    add column networks text[]  not null default '{}',
    add column retired  boolean not null default false;

comment on column role.high is 'takes effect only after a second person approved the grant';
comment on column role.networks is 'CIDR blocks from which the role counts; empty: from anywhere';

update role set high = true where administrator or code in ('CLERK', 'GENERAL_MANAGER');

insert into role (code, zh, en, scope, administrator, position, high) values
    ('NETWORK_ADMINISTRATOR', '网络管理员', 'Network administrator', 'NONE', true, 8, true);

-- offices read no customer and no archive, whatever anybody edits
alter table role_permission
    add column administrator boolean;
update role_permission p set administrator = r.administrator from role r where r.code = p.role;
alter table role_permission
    alter column administrator set not null,
    drop constraint role_permission_role_fkey,
    add constraint role_permission_role_fkey foreign key (role, administrator) references role (code, administrator),
    add constraint role_permission_no_content check (
        not (administrator and permission in ('CUSTOMER_READ', 'CUSTOMER_WRITE', 'ARCHIVE_READ', 'ARCHIVE_WRITE', 'ACCESS_GRANT', 'SENSITIVE_REVEAL')));

insert into role_permission (role, permission, administrator) values
    ('SYSTEM_ADMINISTRATOR', 'GRANT_APPROVE', true), ('SECURITY_OFFICER', 'GRANT_APPROVE', true), ('GENERAL_MANAGER', 'GRANT_APPROVE', false),
    ('NETWORK_ADMINISTRATOR', 'NETWORK_MANAGE', true), ('NETWORK_ADMINISTRATOR', 'HEALTH_READ', true),
    ('DEPARTMENT_HEAD', 'ACCESS_GRANT', false), ('CLERK', 'ACCESS_GRANT', false),
    ('SALES', 'SENSITIVE_REVEAL', false), ('CLERK', 'SENSITIVE_REVEAL', false), ('DEPARTMENT_HEAD', 'SENSITIVE_REVEAL', false),
    ('GENERAL_MANAGER', 'SENSITIVE_REVEAL', false);

create table role_department (
    role          text not null references role,
    department_id uuid not null references department,
    primary key (role, department_id)
);
comment on table role_department is 'what a role of scope CHOSEN reaches';

alter table department
    add column head_id     uuid references person,
    add column closed_at   timestamptz,
    add column merged_into uuid references department;

alter table person add column secret_until date;
comment on column person.secret_until is 'last day of a valid confidentiality agreement; without one the levels 2 and 3 stay closed';

create table position (
    id     uuid    primary key,
    code   text    not null check (code ~ '^[A-Z0-9_]{1,20}$'),
    name   text    not null,
    closed boolean not null default false,
    constraint position_code_unique unique (code)
);
comment on table position is 'what a chair is called, wherever it stands';

create table position_role (
    position_id uuid not null references position,
    role        text not null references role,
    primary key (position_id, role)
);

create table post (
    id            uuid    primary key,
    person_id     uuid    not null references person,
    department_id uuid    not null references department,
    position_id   uuid    not null references position,
    main          boolean not null,
    since         date    not null,
    until         date,
    constraint post_term check (until is null or until >= since)
);
create index post_person on post (person_id);
create index post_department on post (department_id);
create unique index post_one_main on post (person_id) where main and until is null;
comment on column post.until is 'last day; open while the person holds the post';

create table role_grant (
    id            uuid        primary key,
    person_id     uuid        not null references person,
    role          text        not null,
    administrator boolean     not null,
    high          boolean     not null,
    department_id uuid        not null references department,
    post_id       uuid        references post,
    state         text        not null check (state in ('EFFECTIVE', 'SUSPENDED', 'ENDED')),
    valid_until   date,
    reason        text,
    granted_by    uuid        not null,
    granted_at    timestamptz not null,
    approved_by   uuid,
    reviewed_at   timestamptz,
    ended_by      uuid,
    ended_at      timestamptz,
    end_reason    text,
    foreign key (role, administrator) references role (code, administrator),
    constraint role_grant_not_to_oneself check (granted_by <> person_id),
    -- the system itself (all zeros) makes the first grants of an installation
    constraint role_grant_second_person check (
        not high or granted_by = '00000000-0000-0000-0000-000000000000'
        or (approved_by is not null and approved_by <> granted_by and approved_by <> person_id)),
    constraint role_grant_ended check ((state = 'ENDED') = (ended_at is not null)),
    -- an office goes with no other role
    constraint role_grant_office_alone exclude using gist (person_id with =, administrator with <>) where (state <> 'ENDED')
);
comment on column role_grant.department_id is 'where scopes DEPARTMENT and DEPARTMENT_AND_BELOW are counted from';
comment on column role_grant.high is 'as the role was when it was granted';

-- separated administrators: nobody holds two of those offices
create unique index role_grant_one_office on role_grant (person_id) where administrator and state <> 'ENDED';
create unique index role_grant_once on role_grant (person_id, role, department_id, post_id) nulls not distinct where state <> 'ENDED';
create index role_grant_person on role_grant (person_id);
create index role_grant_post on role_grant (post_id) where post_id is not null;

insert into role_grant (id, person_id, role, administrator, high, department_id, state, granted_by, granted_at)
select gen_random_uuid(), pr.person_id, pr.role, pr.administrator, r.high, p.department_id, 'EFFECTIVE',
       '00000000-0000-0000-0000-000000000000', now()
from person_role pr join role r on r.code = pr.role join person p on p.id = pr.person_id;
drop table person_role;

create table explicit_grant (
    id            uuid        primary key,
    person_id     uuid        references person,
    department_id uuid        references department,
    customer_id   uuid,
    dossier_id    uuid,
    may_edit      boolean     not null,
    valid_until   timestamptz not null,
    reason        text        not null,
    granted_by    uuid        not null,
    granted_at    timestamptz not null,
    ended_by      uuid,
    ended_at      timestamptz,
    constraint explicit_grant_to_one check (num_nonnulls(person_id, department_id) = 1),
    constraint explicit_grant_of_one check (num_nonnulls(customer_id, dossier_id) = 1),
    constraint explicit_grant_not_to_oneself check (granted_by <> person_id)
);
create index explicit_grant_person on explicit_grant (person_id) where ended_at is null;
create index explicit_grant_department on explicit_grant (department_id) where ended_at is null;
create index explicit_grant_customer on explicit_grant (customer_id) where customer_id is not null;
create index explicit_grant_dossier on explicit_grant (dossier_id) where dossier_id is not null;
