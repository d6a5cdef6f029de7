-- Which keys have signed. Without this, lost key files would be replaced by a new key and nobody would ask why; with
-- it, sealing stands still until the files are back or an auditor starts a new key on purpose.
create table audit_key (
    generation integer     primary key check (generation > 0),
    vkey       text        not null unique,
    at         timestamptz not null,
    actor_id   uuid,
    actor_name text,
    reason     text,
    check ((actor_id is null) = (reason is null))
);

comment on column audit_key.vkey is 'the public key as one word; its other half is only in the folder of keys';
comment on column audit_key.actor_id is 'who started it; null for the first, which the installation makes';

-- Which checkpoint was written into which file, and where it ends there: a file that was emptied, shortened or taken
-- away is noticed, and its checkpoints can be written again.
create table audit_file_note (
    id      bigint      generated always as identity primary key,
    file    text        not null,
    ends_at bigint      not null check (ends_at > 0),
    size    bigint      not null check (size >= 0),
    at      timestamptz not null
);

create index audit_file_note_file on audit_file_note (file, id desc);

revoke all on audit_key, audit_file_note from kedang_app;
grant select, insert on audit_key, audit_file_note to kedang_app;
