-- Who did what to whom, when, from where and why. The application can add and read, never change or
-- remove: the grants below are the proof.
create table audit_event (
    id              uuid        primary key,
    at              timestamptz not null,
    actor_id        uuid        not null,
    actor_user_name text        not null,
    actor_name      text        not null,
    address         text,
    session         text,
    act             text        not null,
    act_class       smallint    not null check (act_class between 0 and 2),
    result          text        not null check (result in ('DONE', 'REFUSED')),
    subject_type    text,
    subject_id      uuid,
    subject_title   text,
    parent_id       uuid,
    customer_id     uuid,
    reason          text,
    changes         jsonb
);

comment on column audit_event.act_class is '0 system, 1 user, 2 archive (GB/T 39784, table 36)';
comment on column audit_event.parent_id is 'what the subject is part of: the dossier of an item';

create index audit_event_at on audit_event (at desc);
create index audit_event_subject on audit_event (subject_id, at desc) where subject_id is not null;
create index audit_event_parent on audit_event (parent_id, at desc) where parent_id is not null;
create index audit_event_customer on audit_event (customer_id, at desc) where customer_id is not null;
create index audit_event_actor on audit_event (actor_id, at desc);

revoke all on audit_event from kedang_app;
grant select, insert on audit_event to kedang_app;
