-- Fields as data: each version of a form stays readable for as long as something filled in with it.
create table form_version (
    code    text    not null,
    version integer not null check (version > 0),
    schema  jsonb   not null,
    primary key (code, version)
);
comment on column form_version.schema is 'JSON Schema 2020-12';
revoke update, delete on form_version from kedang_app;
