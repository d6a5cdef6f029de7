-- Files that people attach to requests; one without a request belongs to a form that is still being typed.
create table approval_file (
    id          uuid        primary key,
    request_id  uuid        references approval_request,
    type        text        not null,
    field       text        not null,
    content_id  uuid        not null references content,
    key_id      uuid        not null,
    name        text        not null,
    size        bigint      not null,
    sha256      text        not null,
    mime        text,
    uploaded_by uuid        not null references person,
    uploaded_at timestamptz not null,
    constraint approval_file_content unique (content_id)
);
comment on column approval_file.mime is 'by its first bytes, if a page may show it in place';
comment on column approval_file.key_id is 'the data key that opens this file and no other';
create index approval_file_request on approval_file (request_id) where request_id is not null;
create index approval_file_waiting on approval_file (uploaded_at) where request_id is null;
create index approval_file_own on approval_file (uploaded_by) where request_id is null;
