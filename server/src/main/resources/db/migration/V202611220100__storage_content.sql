-- Encrypted files and uploads under way: a file is there exactly if its row is. The bytes and the
-- keys that open them live outside the database.
create table content (
    id        uuid        primary key,
    key_id    uuid        not null,
    size      bigint      not null check (size > 0),
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    stored_at timestamptz not null
);

create index content_key on content (key_id);

create table upload (
    id         uuid        primary key,
    person_id  uuid        not null,
    key_id     uuid        not null,
    metadata   jsonb       not null,
    length     bigint      not null check (length > 0),
    answer     jsonb,
    expires_at timestamptz not null
);

comment on column upload.answer is 'what became of it; null until it is finished';

create index upload_expires on upload (expires_at);

create table upload_part (
    upload_id  uuid   not null references upload (id) on delete cascade,
    start      bigint not null check (start >= 0),
    content_id uuid   not null unique,
    size       bigint not null check (size > 0),
    sha256     text   not null,
    primary key (upload_id, start)
);
