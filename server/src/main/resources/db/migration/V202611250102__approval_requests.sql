-- Requests, who must decide them, and what was decided, kept for good: the engine only knows what still runs.
create table approval_process (
    id            uuid        primary key,
    type          text        not null,
    version       integer     not null,
    bpmn          text        not null,
    state         text        not null check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
    made_by       uuid        not null,
    made_at       timestamptz not null,
    activated_by  uuid,
    activated_at  timestamptz,
    definition_id text,
    constraint approval_process_version unique (type, version),
    constraint approval_process_active check (state = 'DRAFT' or (activated_by is not null and definition_id is not null)),
    -- the system itself (all zeros) brings what a module declares
    constraint approval_process_second_person check (
        activated_by <> made_by or made_by = '00000000-0000-0000-0000-000000000000')
);
create unique index approval_process_one_active on approval_process (type) where state = 'ACTIVE';

-- numbers tell requests apart and stand on paper; a gap is no loss, waiting for one another would be
create sequence approval_number;

create table approval_request (
    id             uuid        primary key,
    number         text        not null,
    type           text        not null,
    form_version   integer     not null,
    process_id     uuid        not null references approval_process,
    state          text        not null check (state in ('OPEN', 'RETURNED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'TERMINATED')),
    title          text        not null,
    fields         jsonb       not null,
    chosen         jsonb       not null,
    changes        jsonb       not null,
    reason         text        not null,
    subject_type   text,
    subject_id     uuid,
    subject_person uuid,
    subject_department uuid,
    requester_id   uuid        not null,
    department_id  uuid        not null,
    requested_from text,
    submitted_at   timestamptz not null,
    closed_at      timestamptz,
    instance_id    text,
    constraint approval_request_number unique (number),
    constraint approval_request_closed check ((state in ('OPEN', 'RETURNED')) = (closed_at is null)),
    constraint approval_request_runs check ((state = 'OPEN') = (instance_id is not null)),
    foreign key (type, form_version) references form_version (code, version)
);
comment on column approval_request.requested_from is 'network address of the requester: roles count by network, also when the rules are checked again';
comment on column approval_request.chosen is 'people the requester chose, by step';
comment on column approval_request.changes is 'what changes if approved: before and after, as it was when submitted';
create index approval_request_mine on approval_request (requester_id, submitted_at desc, id desc);
create index approval_request_subject on approval_request (subject_id) where subject_id is not null;

create table approval_step (
    id         uuid        primary key,
    request_id uuid        not null references approval_request,
    node       text        not null,
    name_zh    text        not null,
    name_en    text        not null,
    mode       text        not null check (mode in ('ONE_AFTER_ANOTHER', 'ALL', 'ANY', 'VOTE')),
    share      smallint    not null check (share between 1 and 100),
    entered_at timestamptz not null,
    left_at    timestamptz,
    outcome    text        check (outcome in ('APPROVED', 'REJECTED', 'RETURNED', 'STOPPED')),
    due_at     timestamptz,
    constraint approval_step_left check ((left_at is null) = (outcome is null))
);
create index approval_step_request on approval_step (request_id, entered_at);
create unique index approval_step_once on approval_step (request_id, node) where left_at is null;

create table approval_task (
    id         uuid        primary key,
    step_id    uuid        not null references approval_step,
    request_id uuid        not null references approval_request,
    person_id  uuid        not null references person,
    origin     text        not null check (origin in ('NAMED', 'ADDED', 'TRANSFERRED', 'DELEGATED', 'GUARDIAN')),
    voice      text        not null check (voice in ('DECIDES', 'CONSENTS', 'ADVISES')),
    place      integer     not null,
    after_id   uuid        references approval_task,
    state      text        not null check (state in ('WAITING', 'OPEN', 'APPROVED', 'REJECTED', 'RETURNED', 'SKIPPED', 'UNNEEDED', 'MOVED')),
    opinion    text,
    made_by    uuid,
    made_at    timestamptz not null,
    opened_at  timestamptz,
    decided_at timestamptz,
    decided_by uuid,
    constraint approval_task_decided check ((decided_by is null) = (state not in ('APPROVED', 'REJECTED', 'RETURNED'))),
    constraint approval_task_opened check (state <> 'OPEN' or opened_at is not null)
);
comment on column approval_task.voice is 'DECIDES counts by the mode of the step; CONSENTS must agree as well; ADVISES only gives an opinion';
comment on column approval_task.after_id is 'opens only when that one is settled';
comment on column approval_task.state is 'SKIPPED: agreed in the step before; UNNEEDED: the step was settled without; MOVED: somebody else has it now';
comment on column approval_task.decided_by is 'the person or who stood in';
create index approval_task_inbox on approval_task (person_id, opened_at desc, id desc) where state = 'OPEN';
create index approval_task_done on approval_task (decided_by, decided_at desc, id desc) where decided_at is not null;
create index approval_task_person on approval_task (request_id, person_id);
create index approval_task_step on approval_task (step_id);

create table approval_copy (
    request_id uuid        not null references approval_request,
    person_id  uuid        not null references person,
    copied_by  uuid        not null,
    copied_at  timestamptz not null,
    read_at    timestamptz,
    primary key (request_id, person_id)
);
create index approval_copy_person on approval_copy (person_id, copied_at desc, request_id desc);

create table approval_deputy (
    id         uuid        primary key,
    person_id  uuid        not null references person,
    deputy_id  uuid        not null references person,
    first_day  date        not null,
    last_day   date        not null,
    made_at    timestamptz not null,
    ended_at   timestamptz,
    constraint approval_deputy_another check (deputy_id <> person_id),
    constraint approval_deputy_days check (last_day >= first_day)
);
create index approval_deputy_person on approval_deputy (person_id) where ended_at is null;
create index approval_deputy_deputy on approval_deputy (deputy_id) where ended_at is null;

create table approval_alarm (
    id         uuid        primary key,
    step_id    uuid        not null references approval_step,
    request_id uuid        not null references approval_request,
    kind       text        not null check (kind in ('REMIND', 'DUE', 'ESCALATE', 'EXPIRE')),
    at         timestamptz not null,
    fired_at   timestamptz
);
create index approval_alarm_due on approval_alarm (at) where fired_at is null;
create index approval_alarm_step on approval_alarm (step_id) where fired_at is null;

create table approval_phrase (
    id        uuid    primary key,
    person_id uuid    not null references person,
    phrase    text    not null,
    used      integer not null,
    constraint approval_phrase_once unique (person_id, phrase)
);

create table approval_general_type (
    code          text        primary key check (code ~ '^g-[a-z0-9-]{1,38}$'),
    zh            text        not null,
    en            text        not null,
    department_id uuid        not null references department,
    form_version  integer     not null,
    made_by       uuid        not null,
    made_at       timestamptz not null,
    retired_at    timestamptz
);
comment on table approval_general_type is 'kinds of requests that departments define themselves; the form stands in form_version under the same code';

insert into role_permission (role, permission, administrator) values
    ('SYSTEM_ADMINISTRATOR', 'PROCESS_MANAGE', true),
    ('AUDITOR', 'APPROVAL_OVERSEE', true), ('GENERAL_MANAGER', 'APPROVAL_OVERSEE', false);

-- what was decided stays: nothing of this is ever deleted
revoke delete on approval_request, approval_step, approval_task, approval_copy, approval_process, approval_alarm from kedang_app;
