-- What customers like and need, what they attended, and by which plate or member number they are recognised.
create table preference_topic (
    id        uuid    primary key,
    name_zh   text    not null check (length(name_zh) between 1 and 60),
    name_en   text    not null check (length(name_en) between 1 and 120),
    place     int     not null,
    closed    boolean not null default false,
    constraint preference_topic_unique unique (name_zh)
);
insert into preference_topic (id, name_zh, name_en, place) values
    ('01930000-0000-7000-8000-000000000001', '住宿', 'Lodging', 1),
    ('01930000-0000-7000-8000-000000000002', '饮食', 'Food', 2),
    ('01930000-0000-7000-8000-000000000003', '习惯', 'Habits', 3),
    ('01930000-0000-7000-8000-000000000004', '忌讳', 'Taboos', 4),
    ('01930000-0000-7000-8000-000000000005', '接待', 'Reception', 5),
    ('01930000-0000-7000-8000-000000000006', '其他', 'Other', 6);

create table preference (
    id          uuid        primary key,
    version     bigint      not null,
    customer_id uuid        not null references customer,
    contact_id  uuid        references contact on delete set null,
    topic_id    uuid        not null references preference_topic,
    text        text        not null check (length(text) between 1 and 500),
    importance  text        not null check (importance in ('MUST', 'IMPORTANT', 'NICE')),
    since       date,
    source      text,
    ended_on    date,
    created_at  timestamptz not null,
    created_by  uuid        not null,
    updated_at  timestamptz not null,
    updated_by  uuid        not null
);
comment on column preference.source is 'where it is known from: 前台记录, 客户来函';
comment on column preference.ended_on is 'day from which it does not apply any more';
create index preference_by_customer on preference (customer_id, created_at);
create index preference_by_contact on preference (contact_id) where contact_id is not null;

create table activity (
    id          uuid        primary key,
    version     bigint      not null,
    customer_id uuid        not null references customer,
    contact_id  uuid        references contact on delete set null,
    kind        text        not null check (kind in ('EXHIBITION', 'SEMINAR', 'TRAINING', 'OTHER')),
    name        text        not null check (length(name) between 1 and 100),
    held_on     date        not null,
    place       text,
    attendees   text,
    remark      text,
    created_at  timestamptz not null,
    created_by  uuid        not null,
    updated_at  timestamptz not null,
    updated_by  uuid        not null
);
comment on table activity is 'exhibitions, seminars, trainings that somebody of the customer attended';
create index activity_by_customer on activity (customer_id, held_on desc);
create index activity_by_contact on activity (contact_id) where contact_id is not null;

create table customer_identifier (
    id          uuid        primary key,
    customer_id uuid        not null references customer,
    contact_id  uuid        references contact on delete set null,
    kind        text        not null check (kind in ('PLATE', 'MEMBER')),
    value       text        not null check (length(value) between 1 and 40),
    key         text        not null check (length(key) between 1 and 40),
    note        text,
    created_at  timestamptz not null,
    created_by  uuid        not null,
    constraint customer_identifier_once unique (customer_id, kind, key)
);
comment on column customer_identifier.key is 'the same however the plate or number is written';
create index customer_identifier_by_key on customer_identifier (key, kind);
create unique index customer_identifier_member on customer_identifier (key) where kind = 'MEMBER';
create index customer_identifier_by_contact on customer_identifier (contact_id) where contact_id is not null;
