-- Titles and changed values are sealed as a salted hash, so that an auditor can carry out the proof without them.
-- Only the database draws the salt.
alter table audit_event add column salt uuid not null default gen_random_uuid();
comment on column audit_event.salt is 'hashed together with title and changes';

-- Which leaves belong to a span of time.
create index audit_checkpoint_at on audit_checkpoint (at);
