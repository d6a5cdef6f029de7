-- What is unusual differs from house to house: the rules are rows that people adjust, what the rules remember stays
-- small however long the log is, and the place in the log moves only together with the alerts that were found there.
create table alert_rule (
    kind            text        primary key,
    position        smallint    not null unique,
    enabled         boolean     not null default true,
    off_reason      text,
    threshold       int         check (threshold between 1 and 100000),
    window_minutes  int         check (window_minutes between 1 and 1440),
    days            int         check (days between 1 and 730),
    factor          numeric(5, 2) check (factor between 1 and 100),
    night_from      time,
    night_until     time,
    acts            text[]      not null,
    version         bigint      not null default 0,
    changed_at      timestamptz,
    changed_by      uuid,
    changed_by_name text,
    constraint alert_rule_off_says_why check (enabled = (off_reason is null))
);
comment on column alert_rule.acts is 'which deeds count: names, *.exported for all that end so, * for all';

insert into alert_rule (kind, position, threshold, window_minutes, days, factor, night_from, night_until, acts) values
    ('MASS_READING', 1, 100, 60, null, null, null, null,
        '{customer.read,dossier.read,item.read,file.viewed,file.text-read,file.downloaded}'),
    ('MASS_EXPORT', 2, 50, null, null, null, null, null, '{*.downloaded,*.exported,*.printed}'),
    ('UNUSUAL_HOURS', 3, 20, null, null, null, '22:00', '06:00', '{*}'),
    ('REFUSALS_BY_PERSON', 4, 10, 10, null, null, null, null, '{*}'),
    ('REFUSALS_FROM_ADDRESS', 5, 20, 10, null, null, null, null, '{*}'),
    ('DORMANT_AWAKE', 6, null, null, 60, null, null, null, '{*}'),
    ('REVEALS_ABOVE_NORM', 7, 20, null, 30, 3, null, null, '{*.revealed}'),
    ('NEW_PLACE', 8, null, null, 14, null, null, null, '{*}');
revoke insert, delete on alert_rule from kedang_app;

create table alert (
    id                   uuid        primary key,
    kind                 text        not null references alert_rule,
    key                  text        not null,
    person_id            uuid,
    person_name          text,
    address              text,
    roles                text[]      not null,
    since                timestamptz not null,
    until                timestamptz not null,
    count                bigint      not null,
    facts                jsonb       not null,
    state                text        not null default 'OPEN' check (state in ('OPEN', 'ACKNOWLEDGED', 'CLOSED')),
    raised_at            timestamptz not null,
    acknowledged_by      uuid,
    acknowledged_by_name text,
    acknowledged_at      timestamptz,
    note                 text,
    closed_by            uuid,
    closed_by_name       text,
    closed_at            timestamptz,
    conclusion           text        check (conclusion in ('LEGITIMATE', 'FALSE_ALARM', 'VIOLATION', 'UNCLEAR')),
    conclusion_note      text,
    constraint alert_not_own check (acknowledged_by <> person_id and closed_by <> person_id),
    constraint alert_closed_with_conclusion check (
        (state = 'CLOSED') = (closed_by is not null and conclusion is not null and conclusion_note <> '')),
    constraint alert_acknowledged_by_somebody check (state <> 'ACKNOWLEDGED' or acknowledged_by is not null)
);
comment on column alert.key is 'the person or address whose memory found it; alerts of one stretch share it';
comment on column alert.roles is 'roles in force in the deeds that were found';
create index alert_newest on alert (until desc, id desc);
create index alert_person on alert (person_id, until desc) where person_id is not null;
create index alert_going_on on alert (kind, key, until desc) where state <> 'CLOSED';
revoke delete on alert from kedang_app;

create table alert_memory (
    kind       text        not null references alert_rule,
    key        text        not null,
    memory     jsonb       not null,
    touched_at timestamptz not null,
    primary key (kind, key)
) with (fillfactor = 70);
comment on table alert_memory is 'what a rule remembers of one person or address';
create index alert_memory_touched on alert_memory (touched_at);

create table alert_cursor (
    one        boolean primary key default true check (one),
    last_index bigint  not null
);
comment on column alert_cursor.last_index is 'index of the last event in the sealed log that the rules have seen';
insert into alert_cursor (last_index) values (-1);
