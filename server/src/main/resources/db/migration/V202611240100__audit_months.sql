-- A hundred million events stay quick to add, to search and to set aside: one partition a month. Each event also
-- says in which capacity and from what device, and in which transaction it was kept, for the seal.
alter table audit_event rename to audit_event_whole;
drop index audit_event_at, audit_event_subject, audit_event_parent, audit_event_customer, audit_event_actor;

create table audit_event (
    id              uuid        not null,
    at              timestamptz not null,
    tx              xid8        not null default pg_current_xact_id(),
    actor_id        uuid        not null,
    actor_user_name text        not null,
    actor_name      text        not null,
    post            text,
    roles           text[]      not null,
    address         text,
    device          text,
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
    request_id      uuid,
    changes         jsonb,
    constraint audit_event_key primary key (at, id)
) partition by range (at);

comment on column audit_event.tx is 'the transaction that kept it: tells the sealer what is new between two snapshots';
comment on column audit_event.post is 'department and position of the person at that moment, in words';
comment on column audit_event.roles is 'codes of the roles that counted at that moment and place';
comment on column audit_event.act_class is '0 system, 1 user, 2 archive (GB/T 39784, table 36)';
comment on column audit_event.parent_id is 'what the subject is part of: the dossier of an item';
comment on column audit_event.request_id is 'the request that allowed it';

create index audit_event_tx on audit_event (tx);
create index audit_event_subject on audit_event (subject_id, at desc) where subject_id is not null;
create index audit_event_parent on audit_event (parent_id, at desc) where parent_id is not null;
create index audit_event_customer on audit_event (customer_id, at desc) where customer_id is not null;
create index audit_event_actor on audit_event (actor_id, at desc);
create index audit_event_act on audit_event (act, at desc);
create index audit_event_refused on audit_event (at desc) where result = 'REFUSED';
create index audit_event_administrator on audit_event (at desc)
    where roles && '{SYSTEM_ADMINISTRATOR,NETWORK_ADMINISTRATOR}'::text[];

-- a month nobody foresaw is no reason to lose an event
create table audit_event_beyond partition of audit_event default;

-- The application may ask for the coming months; a table it may make, it still may not change. Months are those of
-- people in China.
create function audit_make_months(first date, last date) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    month date := date_trunc('month', first)::date;
    name  text;
    made  int := 0;
begin
    -- two nodes that start at once
    perform pg_advisory_xact_lock(hashtext('audit_make_months'));
    while month <= last loop
        name := 'audit_event_' || to_char(month, 'YYYY_MM');
        if to_regclass(name) is null then
            execute format('create table %I (like audit_event including defaults including constraints)', name);
            execute format('revoke all on %I from kedang_app', name);
            begin
                execute format('alter table audit_event attach partition %I for values from (%L) to (%L)', name,
                    month::text || ' 00:00:00+08', (month + interval '1 month')::date::text || ' 00:00:00+08');
                made := made + 1;
            exception when check_violation then
                -- its events are already kept beyond, and stay there
                execute format('drop table %I', name);
            end;
        end if;
        month := (month + interval '1 month')::date;
    end loop;
    return made;
end $$;
revoke all on function audit_make_months from public;
grant execute on function audit_make_months to kedang_app;

select audit_make_months(
    coalesce((select min(at) from audit_event_whole), now())::date,
    (now() + interval '3 months')::date);

insert into audit_event (id, at, actor_id, actor_user_name, actor_name, roles, address, session, act, act_class, result,
    subject_type, subject_id, subject_title, parent_id, customer_id, reason, changes)
select id, at, actor_id, actor_user_name, actor_name, '{}', address, session, act, act_class, result,
    subject_type, subject_id, subject_title, parent_id, customer_id, reason, changes
from audit_event_whole order by at, id;
drop table audit_event_whole;

revoke all on audit_event, audit_event_beyond from kedang_app;
grant select, insert on audit_event to kedang_app;

insert into role_permission (role, permission, administrator) values
    ('AUDITOR', 'AUDIT_EXPORT', true), ('AUDITOR', 'AUDIT_REVIEW', true),
    ('SECURITY_OFFICER', 'ADMINISTRATOR_OVERSEE', true),
    ('SYSTEM_ADMINISTRATOR', 'CALENDAR_MANAGE', true);
