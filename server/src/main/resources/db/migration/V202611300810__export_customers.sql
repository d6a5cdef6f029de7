-- Lists of customers leave the house as a file only with who, why and how many on record; large ones, and those with
-- sensitive values, only after an approved request. The file is made once and is gone after some days.
create sequence customer_export_number;
create table customer_export (
    id             uuid        primary key,
    number         text        not null,
    person_id      uuid        not null references person,
    person_from    text,
    selection      jsonb       not null,
    columns        text[]      not null check (cardinality(columns) > 0),
    clear          boolean     not null,
    purpose        text        not null check (length(purpose) between 1 and 500),
    asked_count    bigint      not null,
    asked_at       timestamptz not null,
    request_id     uuid,
    request_number text,
    state          text        not null
        check (state in ('ASKED', 'APPROVED', 'READY', 'REFUSED', 'FAILED', 'EXPIRED')),
    expires_at     timestamptz,
    row_count      bigint,
    content_id     uuid,
    key_id         uuid,
    size           bigint,
    sha256         text,
    fetched        integer     not null default 0,
    constraint customer_export_number_unique unique (number),
    constraint customer_export_request unique (request_id),
    constraint customer_export_file check ((state = 'READY') = (content_id is not null)),
    constraint customer_export_term check (state not in ('APPROVED', 'READY') or expires_at is not null)
);
comment on column customer_export.person_from is 'network address of the person then: rights may depend on it';
create index customer_export_of_person on customer_export (person_id, asked_at desc, id desc);
create index customer_export_to_do on customer_export (expires_at) where state in ('APPROVED', 'READY');
