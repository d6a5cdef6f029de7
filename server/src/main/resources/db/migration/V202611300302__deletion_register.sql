-- A customer is deleted by an approved request and the deed of a second person; what stays is the register, which proves
-- that and when it was done without keeping who it was.
create table customer_deletion (
    id               uuid        primary key,
    request_id       uuid        not null,
    request_number   text        not null,
    customer_id      uuid        not null,
    customer_number  text        not null,
    customer_version bigint      not null,
    basis            text        not null check (basis in ('WISH', 'DUPLICATE', 'NO_RELATION', 'OTHER')),
    reason           text        not null,
    requested_by     uuid        not null references person,
    approved_at      timestamptz not null,
    state            text        not null check (state in ('APPROVED', 'EXECUTED', 'ABANDONED')),
    ended_by         uuid        references person,
    ended_at         timestamptz,
    end_reason       text        check (length(end_reason) <= 500),
    constraint customer_deletion_request unique (request_id),
    constraint customer_deletion_ended check ((state = 'APPROVED') = (ended_at is null)),
    constraint customer_deletion_second_person check (ended_by <> requested_by or state <> 'EXECUTED')
);
comment on column customer_deletion.customer_version is 'what was approved; a customer that was changed since is not deleted';
create unique index customer_deletion_once on customer_deletion (customer_id) where state in ('APPROVED', 'EXECUTED');
create index customer_deletion_newest on customer_deletion (approved_at desc, id desc);
revoke delete on customer_deletion from kedang_app;

create sequence deletion_register_number;
create table deletion_register (
    id              uuid        primary key,
    number          text        not null,
    customer_number text        not null,
    customer_type   text        not null check (customer_type in ('ORGANISATION', 'PERSON')),
    salt            bytea       not null check (length(salt) = 16),
    digest          bytea       not null check (length(digest) = 32),
    request_id      uuid        not null,
    request_number  text        not null,
    basis           text        not null,
    reason          text        not null,
    requested_by    text        not null,
    approved_by     text[]      not null check (cardinality(approved_by) > 0),
    approved_at     timestamptz not null,
    executed_by     text        not null,
    executed_at     timestamptz not null,
    erased          jsonb       not null,
    backups_until   date        not null,
    constraint deletion_register_number_unique unique (number),
    constraint deletion_register_customer unique (customer_number)
);
comment on column deletion_register.digest is 'PBKDF2 of name and code with the salt: whoever knows both can prove that this customer was deleted';
comment on column deletion_register.approved_by is 'names as they were then, like those of who asked and who did it';
create index deletion_register_newest on deletion_register (executed_at desc, id desc);
revoke update, delete on deletion_register from kedang_app;

insert into role_permission (role, permission, administrator) values
    ('SYSTEM_ADMINISTRATOR', 'CUSTOMER_ERASE', true),
    ('SYSTEM_ADMINISTRATOR', 'DELETION_READ', true), ('AUDITOR', 'DELETION_READ', true),
    ('CLERK', 'DELETION_READ', false), ('GENERAL_MANAGER', 'DELETION_READ', false);
