-- Rules that grade customers, kept as versions that never change once they are saved, and the runs that apply them.
create table grade_rules (
    id         uuid        primary key,
    version    integer     not null unique check (version > 0),
    state      text        not null check (state in ('DRAFT', 'ASKED', 'ADOPTED', 'DROPPED')),
    content    jsonb       not null check (jsonb_typeof(content) = 'object'),
    note       text        not null check (length(note) between 1 and 500),
    from_day   date,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    request_id uuid,
    adopted_by uuid,
    adopted_at timestamptz,
    constraint grade_rules_adopted check (
        state <> 'ADOPTED' or (from_day is not null and adopted_by is not null and adopted_at is not null and adopted_by <> made_by))
);
comment on column grade_rules.note is 'why they were made';
comment on column grade_rules.from_day is 'the first day on which they count; of several adopted ones the latest counts';
create unique index grade_rules_one_open on grade_rules ((true)) where state in ('DRAFT', 'ASKED');
create index grade_rules_in_force on grade_rules (from_day desc, version desc) where state = 'ADOPTED';

create table grade_run (
    id         uuid        primary key,
    rules_id   uuid        not null references grade_rules,
    state      text        not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED')),
    total      bigint      not null check (total >= 0),
    changed    bigint      not null default 0 check (changed >= 0),
    place      uuid        not null default '00000000-0000-0000-0000-000000000000',
    started_by uuid        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    constraint grade_run_end check ((state = 'RUNNING') = (ended_at is null))
);
comment on column grade_run.total is 'customers that had another grade when it began';
comment on column grade_run.place is 'the last customer that was looked at; a run that was cut off goes on behind it';
create unique index grade_run_one on grade_run ((true)) where state = 'RUNNING';
create index grade_run_newest on grade_run (started_at desc);

insert into role_permission (role, permission, administrator) values
    ('CLERK', 'GRADING_MANAGE', false), ('GENERAL_MANAGER', 'GRADING_MANAGE', false);

-- what was decided stays
revoke delete on grade_rules, grade_run from kedang_app;
