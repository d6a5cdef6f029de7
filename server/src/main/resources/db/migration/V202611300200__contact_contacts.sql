-- Whom to call at a customer, found by phone when somebody calls, and who decided there from when to when.
create table contact (
    id                 uuid        primary key,
    version            bigint      not null,
    customer_id        uuid        not null references customer,
    name               text        not null check (length(name) between 1 and 60),
    sex                text        check (sex in ('FEMALE', 'MALE')),
    position           text,
    department         text,
    mobile             text,
    mobile_key         text,
    phone              text,
    phone_key          text,
    mail               text,
    birthday           text        check (birthday ~ '^([0-9]{4}|-)-[0-9]{2}-[0-9]{2}$'),
    role               text        not null
        check (role in ('DECIDER', 'INFLUENCER', 'GATEKEEPER', 'BUYER', 'USER', 'OTHER')),
    main               boolean     not null,
    emergency_name     text,
    emergency_relation text,
    emergency_phone    text,
    left_on            date,
    note               text,
    created_at         timestamptz not null,
    created_by         uuid        not null,
    updated_at         timestamptz not null,
    updated_by         uuid        not null,
    constraint contact_main_is_there check (not main or left_on is null),
    constraint contact_keys_belong check ((mobile is null) = (mobile_key is null) and (phone is null) = (phone_key is null)),
    constraint contact_emergency_named check (emergency_name is not null or (emergency_relation is null and emergency_phone is null))
);
comment on column contact.mobile_key is 'the number as it is dialled within China, or with + abroad';
comment on column contact.birthday is 'the year may be unknown: --05-12';

create unique index contact_one_main on contact (customer_id) where main;
create index contact_by_customer on contact (customer_id, left_on, created_at);
create index contact_by_mobile on contact (mobile_key) where mobile_key is not null;
create index contact_by_phone on contact (phone_key) where phone_key is not null;
create index contact_by_name on contact (name);

create table contact_role_term (
    id          uuid        primary key,
    contact_id  uuid        not null references contact on delete cascade,
    customer_id uuid        not null references customer,
    role        text        not null
        check (role in ('DECIDER', 'INFLUENCER', 'GATEKEEPER', 'BUYER', 'USER', 'OTHER')),
    since       date        not null,
    until       date,
    reason      text,
    end_reason  text,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    ended_by    uuid,
    ended_at    timestamptz,
    constraint contact_role_term_order check (until >= since),
    constraint contact_role_term_ended check ((until is null) = (ended_at is null) and (until is null) = (ended_by is null))
);
comment on table contact_role_term is 'what part a contact had in decisions from when to when; one open term of each who is there';
create unique index contact_role_term_one_open on contact_role_term (contact_id) where until is null;
create index contact_role_term_by_customer on contact_role_term (customer_id, role, since);
create index contact_role_term_by_contact on contact_role_term (contact_id, since);
