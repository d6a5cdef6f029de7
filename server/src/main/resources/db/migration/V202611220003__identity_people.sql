-- People, departments and roles: who may sign in, and what each may see and do.
create table department (
    id        uuid primary key,
    code      text not null check (code ~ '^[A-Z0-9]{1,8}$'),
    name      text not null,
    parent_id uuid references department,
    constraint department_code_unique unique (code)
);

create table role (
    code          text primary key,
    zh            text     not null,
    en            text     not null,
    -- whose customers and archives: OWN, DEPARTMENT, DEPARTMENT_AND_BELOW, ALL; NONE for administrators
    scope         text     not null check (scope in ('NONE', 'OWN', 'DEPARTMENT', 'DEPARTMENT_AND_BELOW', 'ALL')),
    administrator boolean  not null,
    position      smallint not null,
    constraint role_code_administrator unique (code, administrator)
);

create table role_permission (
    role       text not null references role,
    permission text not null,
    primary key (role, permission)
);

create table person (
    id                  uuid        primary key,
    version             bigint      not null,
    user_name           text        not null check (user_name = lower(user_name)),
    name                text        not null,
    department_id       uuid        not null references department,
    password_hash       text        not null,
    must_change_password boolean    not null,
    state               text        not null check (state in ('ACTIVE', 'CLOSED')),
    clearance           smallint    not null check (clearance between 0 and 3),
    failed_attempts     integer     not null,
    locked_until        timestamptz,
    last_sign_in_at     timestamptz,
    created_at          timestamptz not null,
    constraint person_user_name_unique unique (user_name)
);
create index person_department on person (department_id);

create table person_role (
    person_id     uuid    not null references person,
    role          text    not null,
    administrator boolean not null,
    primary key (person_id, role),
    foreign key (role, administrator) references role (code, administrator)
);
-- three separated administrators: nobody holds two of those offices
create unique index person_role_one_office on person_role (person_id) where administrator;

create table token (
    id           uuid        primary key,
    person_id    uuid        not null references person,
    name         text        not null,
    hash         bytea       not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    constraint token_hash_unique unique (hash)
);
create index token_person on token (person_id);

insert into role (code, zh, en, scope, administrator, position) values
    ('SALES',                '业务员',     'Sales',                'DEPARTMENT',           false, 1),
    ('CLERK',                '档案员',     'Records clerk',        'ALL',                  false, 2),
    ('DEPARTMENT_HEAD',      '部门负责人', 'Department head',      'DEPARTMENT_AND_BELOW', false, 3),
    ('GENERAL_MANAGER',      '总经理',     'General manager',      'ALL',                  false, 4),
    ('SYSTEM_ADMINISTRATOR', '系统管理员', 'System administrator', 'NONE',                 true,  5),
    ('SECURITY_OFFICER',     '安全保密员', 'Security officer',     'NONE',                 true,  6),
    ('AUDITOR',              '安全审计员', 'Auditor',              'NONE',                 true,  7);

insert into role_permission (role, permission) values
    ('SALES', 'CUSTOMER_READ'), ('SALES', 'CUSTOMER_WRITE'), ('SALES', 'ARCHIVE_READ'), ('SALES', 'ARCHIVE_WRITE'),
    ('CLERK', 'CUSTOMER_READ'), ('CLERK', 'CUSTOMER_WRITE'), ('CLERK', 'ARCHIVE_READ'), ('CLERK', 'ARCHIVE_WRITE'),
    ('DEPARTMENT_HEAD', 'CUSTOMER_READ'), ('DEPARTMENT_HEAD', 'CUSTOMER_WRITE'), ('DEPARTMENT_HEAD', 'ARCHIVE_READ'), ('DEPARTMENT_HEAD', 'ARCHIVE_WRITE'),
    ('GENERAL_MANAGER', 'CUSTOMER_READ'), ('GENERAL_MANAGER', 'ARCHIVE_READ'),
    ('SYSTEM_ADMINISTRATOR', 'PERSON_MANAGE'), ('SYSTEM_ADMINISTRATOR', 'DEPARTMENT_MANAGE'), ('SYSTEM_ADMINISTRATOR', 'HEALTH_READ'),
    ('SECURITY_OFFICER', 'ROLE_GRANT'), ('SECURITY_OFFICER', 'HEALTH_READ'), ('SECURITY_OFFICER', 'AUDIT_READ'),
    ('AUDITOR', 'AUDIT_READ'), ('AUDITOR', 'HEALTH_READ');
