-- Fields that a company adds to its records without code, in every version that they had, and the files that
-- fields name. A file without a record belongs to a form that is still being typed.
create table custom_field_version (
    type         text        not null,
    version      bigint      not null check (version > 0),
    form_version integer     not null,
    traits       jsonb       not null check (jsonb_typeof(traits) = 'object'),
    made_by      uuid        not null,
    made_at      timestamptz not null,
    primary key (type, version)
);
comment on column custom_field_version.form_version is 'version of the form record-<type>';
comment on column custom_field_version.traits is 'what a form does not say of its fields, by name';
revoke update, delete on custom_field_version from kedang_app;

create table custom_file (
    id          uuid        primary key,
    type        text        not null,
    record_id   uuid,
    field       text        not null,
    content_id  uuid        not null references content,
    key_id      uuid        not null,
    name        text        not null,
    size        bigint      not null,
    sha256      text        not null,
    mime        text,
    uploaded_by uuid        not null references person,
    uploaded_at timestamptz not null,
    constraint custom_file_content unique (content_id)
);
comment on column custom_file.mime is 'by its first bytes, if a page may show it in place';
comment on column custom_file.key_id is 'the data key that opens this file and no other';
create index custom_file_by_record on custom_file (record_id, uploaded_at, id) where record_id is not null;
create index custom_file_waiting on custom_file (uploaded_at) where record_id is null;
create index custom_file_own on custom_file (uploaded_by) where record_id is null;
