-- What is held about customers: dossiers, the items in them, the files of the items and what their examination found.
create table dossier (
    id            uuid        primary key,
    version       bigint      not null,
    number        text        collate "C" not null,
    title         text        not null,
    customer_id   uuid        not null,
    customer_name text        not null,
    fonds_code    text        not null references fonds,
    category_code text        not null references category,
    class_code    text        not null references record_class,
    year          integer     not null,
    period_code   text        not null references retention_period,
    owner_id      uuid        not null,
    department_id uuid        not null,
    secrecy       smallint    not null check (secrecy between 0 and 3),
    state         text        not null check (state in ('TEMPORARY', 'FORMAL')),
    note          text,
    key_id        uuid        not null,
    opened_at     timestamptz not null,
    opened_by     uuid        not null,
    constraint dossier_number_unique unique (number)
);

comment on column dossier.customer_name is 'kept equal to the customer''s name, for lists';
comment on column dossier.key_id is 'the data key that opens all its files';

create index dossier_opened on dossier (opened_at desc, id desc);
create index dossier_customer on dossier (customer_id, opened_at desc);
create index dossier_department on dossier (department_id, opened_at desc);
create index dossier_owner on dossier (owner_id, opened_at desc);

create table item (
    id                uuid        primary key,
    version           bigint      not null,
    number            text        collate "C" not null,
    dossier_id        uuid        not null references dossier,
    title             text        not null,
    document_date     date        not null,
    document_number   text,
    responsible_party text,
    document_kind     text,
    pages             integer     check (pages >= 0),
    carrier           text        not null check (carrier in ('ELECTRONIC', 'PAPER', 'BOTH')),
    secrecy           smallint    not null check (secrecy between 0 and 3),
    keywords          text[]      not null,
    note              text,
    created_at        timestamptz not null,
    created_by        uuid        not null,
    updated_at        timestamptz not null,
    updated_by        uuid        not null,
    constraint item_number_unique unique (number)
);

create index item_dossier on item (dossier_id, secrecy);

create table digital_file (
    id              uuid        primary key,
    version         bigint      not null,
    item_id         uuid        not null references item,
    content_id      uuid        not null unique references content,
    name            text        not null,
    version_number  integer     not null check (version_number > 0),
    current         boolean     not null,
    size            bigint      not null,
    sha256          text        not null,
    format_mime     text,
    format_name     text,
    examination     text        not null check (examination in ('PENDING', 'RUNNING', 'DONE', 'FAILED')),
    attempts        integer     not null,
    worst           text        check (worst in ('INFO', 'WARNING', 'ERROR')),
    examined_at     timestamptz,
    uploaded_at     timestamptz not null,
    uploaded_by     uuid        not null,
    constraint digital_file_version_unique unique (item_id, name, version_number)
);

create unique index digital_file_one_current on digital_file (item_id, name) where current;

create table examination_report (
    file_id  uuid    primary key references digital_file,
    pages    integer,
    findings jsonb   not null,
    entries  jsonb   not null
);

create table rendition (
    file_id    uuid    not null references digital_file,
    kind       text    not null check (kind in ('TEXT')),
    content_id uuid    not null unique references content,
    truncated  boolean not null,
    primary key (file_id, kind)
);

comment on table rendition is 'what was made of a file, encrypted under the key of its dossier like the file itself';

-- A word typed over the list of dossiers may stand anywhere in number, title or customer's name.
create extension if not exists pg_trgm;
create index dossier_words on dossier using gin ((number || ' ' || title || ' ' || customer_name) gin_trgm_ops);
