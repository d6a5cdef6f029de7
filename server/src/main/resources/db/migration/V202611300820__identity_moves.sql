-- Whoever changes to another department hands over what he holds, or keeps it expressly: what was decided is kept, and
-- without it nobody is moved (A7). What somebody opened to others is held too, and has somebody who answers for it.
create table move_clearance (
    id            uuid        primary key,
    person_id     uuid        not null references person,
    department_id uuid        not null references department,
    kind          text        not null,
    held          bigint      not null check (held > 0),
    taker_id      uuid        references person,
    reason        text        not null check (length(reason) between 1 and 500),
    decided_by    uuid        not null references person,
    decided_at    timestamptz not null,
    constraint move_clearance_taker check (taker_id <> person_id)
);
comment on column move_clearance.taker_id is 'who took it over; null if it is kept expressly';
create index move_clearance_of_person on move_clearance (person_id, department_id, decided_at desc);
revoke update, delete on move_clearance from kedang_app;

alter table explicit_grant add column kept_by uuid references person;
comment on column explicit_grant.kept_by is 'who answers for it since whoever granted it left or moved; null: who granted it';
create index explicit_grant_kept on explicit_grant (coalesce(kept_by, granted_by)) where ended_at is null;
