-- Changes of what contracts, invoices and archives rest on may need a second pair of eyes. Which groups of fields do is a
-- setting; what waits is kept here, field by field, so that no field can wait twice and nothing typed is lost.
create table key_check (
    field_group text        primary key,
    changed_at  timestamptz not null,
    changed_by  uuid        not null references person
);
comment on table key_check is 'groups of fields whose changes are checked; none at first';

create sequence key_change_number;
create table key_change (
    id             uuid        primary key,
    number         text        not null,
    customer_id    uuid        not null,
    request_id     uuid,
    request_number text,
    reason         text        check (length(reason) <= 500),
    requested_by   uuid        not null references person,
    requested_at   timestamptz not null,
    state          text        not null check (state in ('WAITING', 'DONE', 'CLOSED')),
    settled_by     uuid,
    settled_at     timestamptz,
    constraint key_change_number_unique unique (number),
    constraint key_change_request unique (request_id),
    constraint key_change_settled check ((state = 'WAITING') = (settled_at is null)),
    constraint key_change_second_person check (state <> 'DONE' or settled_by <> requested_by)
);
comment on column key_change.request_id is 'set in the transaction that submits the request';
create index key_change_of_customer on key_change (customer_id, requested_at desc, id desc);

create table key_change_field (
    change_id   uuid    not null references key_change on delete cascade,
    customer_id uuid    not null,
    field       text    not null,
    waiting     boolean not null,
    before      jsonb   not null,
    after       jsonb   not null,
    primary key (change_id, field)
);
create unique index key_change_field_waits_once on key_change_field (customer_id, field) where waiting;
