-- Auditors review a span of the log and sign for it. What is said here stays as it was said: the application adds rows
-- and changes none.
create table audit_round (
    id          uuid        primary key,
    first_day   date        not null,
    last_day    date        not null,
    opened_at   timestamptz not null,
    opened_by   uuid        not null,
    generated   boolean     not null,
    seed        text        not null,
    first_leaf  bigint      not null,
    last_leaf   bigint      not null,
    sample_size int         not null check (sample_size between 1 and 500),
    constraint audit_round_span check (first_day <= last_day)
);
comment on column audit_round.seed is 'leaf number k of the sample is first_leaf + SHA-256(seed:k) modulo the number of leaves';
create unique index audit_round_generated on audit_round (first_day, last_day) where generated;

create table audit_round_sample (
    round_id uuid        not null references audit_round,
    place    int         not null,
    leaf     bigint      not null,
    event_id uuid        not null,
    event_at timestamptz not null,
    primary key (round_id, place),
    unique (round_id, event_id)
);

create table audit_round_check (
    round_id   uuid        not null references audit_round,
    event_id   uuid        not null,
    checked_by uuid        not null,
    checked_at timestamptz not null,
    constraint audit_round_check_key primary key (round_id, event_id)
);

create table audit_finding (
    id             uuid        primary key,
    round_id       uuid        not null references audit_round,
    number         int         not null,
    severity       text        not null check (severity in ('LOW', 'MEDIUM', 'HIGH')),
    finding        text        not null,
    events         jsonb       not null,
    responsible_id uuid        not null references person,
    due_on         date        not null,
    written_by     uuid        not null,
    written_at     timestamptz not null,
    constraint audit_finding_number unique (round_id, number)
);
create index audit_finding_responsible on audit_finding (responsible_id);

create table audit_finding_step (
    id         uuid        primary key,
    finding_id uuid        not null references audit_finding,
    step       text        not null check (step in ('ANSWERED', 'RETURNED', 'CLOSED')),
    words      text        not null,
    by_person  uuid        not null,
    at         timestamptz not null
);
create index audit_finding_step_finding on audit_finding_step (finding_id, at);
create unique index audit_finding_closed_once on audit_finding_step (finding_id) where step = 'CLOSED';

create table audit_round_signature (
    round_id   uuid        constraint audit_round_signed_once primary key references audit_round,
    signed_by  uuid        not null,
    signed_at  timestamptz not null,
    conclusion text        not null,
    figures    jsonb       not null
);
comment on column audit_round_signature.figures is 'what the signer had before her: figures of the span, how much was checked and found';

create table audit_round_remark (
    id        uuid        primary key,
    round_id  uuid        not null references audit_round,
    remark    text        not null,
    by_person uuid        not null,
    at        timestamptz not null
);

-- Signed is signed, also when somebody writes at the same moment.
create function audit_round_must_be_open() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.round_id::text, 7425));
    if tg_table_name <> 'audit_round_signature'
        and exists (select 1 from audit_round_signature s where s.round_id = new.round_id) then
        raise exception 'round % is signed', new.round_id
            using errcode = 'check_violation', constraint = 'audit_round_signed';
    end if;
    return new;
end $$;
create trigger audit_round_must_be_open before insert on audit_finding
    for each row execute function audit_round_must_be_open();
create trigger audit_round_must_be_open before insert on audit_round_check
    for each row execute function audit_round_must_be_open();
create trigger audit_round_must_be_open before insert on audit_round_signature
    for each row execute function audit_round_must_be_open();

create table review_rule (
    only_one    boolean primary key default true check (only_one),
    every       text    not null check (every in ('MONTH', 'QUARTER', 'NEVER')),
    sample_size int     not null check (sample_size between 1 and 500),
    night_from  int     not null check (night_from between 0 and 23),
    night_until int     not null check (night_until between 0 and 23)
);
comment on table review_rule is 'when a review begins by itself; hours of the day, in China, that count as night';
insert into review_rule (every, sample_size, night_from, night_until) values ('MONTH', 50, 21, 7);

create table administrator_report (
    id         uuid        primary key,
    kind       text        not null check (kind in ('OVERSIGHT', 'INSPECTION')),
    first_day  date        not null,
    last_day   date        not null,
    signed_by  uuid        not null,
    signed_at  timestamptz not null,
    conclusion text        not null,
    figures    jsonb       not null,
    inspected  jsonb       not null,
    constraint administrator_report_span check (first_day <= last_day)
);

revoke all on audit_round, audit_round_sample, audit_round_check, audit_finding, audit_finding_step,
    audit_round_signature, audit_round_remark, administrator_report from kedang_app;
grant select, insert on audit_round, audit_round_sample, audit_round_check, audit_finding, audit_finding_step,
    audit_round_signature, audit_round_remark, administrator_report to kedang_app;
revoke insert, delete on review_rule from kedang_app;
