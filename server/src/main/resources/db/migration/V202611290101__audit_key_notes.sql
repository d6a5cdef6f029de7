-- The note by which one signing key hands over to the next: both have signed it. Whoever trusts the old key needs it, so
-- it is kept, sent to every receiver, and written again when its file was lost.
create table audit_key_note (
    generation integer     primary key,
    file       text        not null,
    size       bigint      not null check (size >= 0),
    note       text        not null,
    at         timestamptz not null
);

comment on column audit_key_note.generation is 'of the key that begins';
comment on column audit_key_note.file is 'the published file that has it';

create table audit_key_note_delivery (
    generation integer     not null,
    channel    text        not null,
    at         timestamptz not null,
    place      text        not null,
    primary key (generation, channel)
);

revoke all on audit_key_note, audit_key_note_delivery from kedang_app;
grant select, insert on audit_key_note, audit_key_note_delivery to kedang_app;
