-- Administrators draw processes: every saving is a version of its own, which never changes and of which one waits at most.
alter table approval_process add column note text;
comment on column approval_process.note is 'why the version was made, by who made it';
alter table approval_process drop constraint approval_process_state_check;
alter table approval_process add constraint approval_process_state
    check (state in ('DRAFT', 'ACTIVE', 'RETIRED', 'DISCARDED'));
alter table approval_process drop constraint approval_process_active;
alter table approval_process add constraint approval_process_active
    check (state in ('DRAFT', 'DISCARDED') or (activated_by is not null and definition_id is not null));
create unique index approval_process_one_draft on approval_process (type) where state = 'DRAFT';
create index approval_request_running on approval_request (type) where closed_at is null;
