-- The living record of each customer: one row each, found by every field a list can be narrowed or sorted by.
create sequence customer_number_seq;

create table customer (
    id                   uuid        primary key,
    version              bigint      not null,
    number               text        not null,
    type                 text        not null check (type in ('ORGANISATION', 'PERSON')),
    name                 text        not null check (length(name) between 1 and 200),
    name_key             text        not null,
    short_name           text,
    former_names         text[]      not null default '{}',
    credit_code          text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    id_number            text check (id_number ~ '^[0-9]{17}[0-9X]$'),
    legal_representative text,
    region_code          text check (region_code ~ '^[1-8][0-9]{5}$'),
    address              text,
    phone                text,
    phone_key            text,
    mail                 text,
    web                  text,
    industry_code        text check (industry_code ~ '^[A-T]$'),
    kind                 text        not null check (kind in ('TARGET', 'POTENTIAL', 'GENERAL', 'KEY')),
    grade                text check (grade in ('A', 'B', 'C', 'D')),
    owner_id             uuid        not null references person,
    department_id        uuid        not null references department,
    note                 text,
    created_at           timestamptz not null,
    created_by           uuid        not null,
    updated_at           timestamptz not null,
    updated_by           uuid        not null,
    constraint customer_number_unique unique (number),
    constraint customer_credit_code_unique unique (credit_code),
    constraint customer_id_number_unique unique (id_number)
);

comment on column customer.name_key is 'the name without what people write differently; equal keys are likely the same customer';
comment on column customer.phone_key is 'digits of the phone number';

create index customer_by_update on customer (updated_at, id);
create index customer_by_creation on customer (created_at, id);
create index customer_by_name on customer (name, id);
create index customer_by_name_key on customer (name_key);
create index customer_by_phone_key on customer (phone_key) where phone_key is not null;
create index customer_by_department on customer (department_id, updated_at, id);
create index customer_by_owner on customer (owner_id, updated_at, id);
create index customer_by_kind on customer (kind, updated_at, id);
create index customer_by_grade on customer (grade, id);
create index customer_by_region on customer (region_code, updated_at, id);
create index customer_by_industry on customer (industry_code, updated_at, id);
