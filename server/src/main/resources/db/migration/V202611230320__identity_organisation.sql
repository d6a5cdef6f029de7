-- Posts begin and end by the calendar, people gather in groups, and a closed department takes nothing new.
alter table person
    drop constraint person_state_check,
    add constraint person_state_known check (state in ('ACTIVE', 'LOCKED', 'CLOSED')),
    add column employment text not null default 'STAFF' check (employment in ('STAFF', 'TEMPORARY', 'OUTSIDE')),
    add column mail       text;
comment on column person.state is 'LOCKED by an administrator until he unlocks; locked_until is the lock after wrong passwords';

drop index post_one_main;
alter table post
    add column state       text not null default 'HELD' check (state in ('PROPOSED', 'PLANNED', 'HELD', 'ENDED')),
    add column decided_by  uuid,
    add column approved_by uuid,
    add constraint post_decided check (state = 'PROPOSED' or decided_by is not null);
alter table post alter column state drop default;
create unique index post_one_main on post (person_id) where main and state = 'HELD';
create unique index post_once on post (person_id, department_id, position_id) where state <> 'ENDED';
create index post_position on post (position_id) where state <> 'ENDED';
create index post_to_turn on post (since, until) where state in ('PLANNED', 'HELD');
comment on column post.state is 'PROPOSED: imported, gives nothing until somebody who grants confirms; PLANNED: begins on its first day';

create table person_group (
    id   uuid primary key,
    name text not null,
    constraint person_group_name_unique unique (name)
);
create table person_group_member (
    group_id  uuid not null references person_group on delete cascade,
    person_id uuid not null references person,
    primary key (group_id, person_id)
);
create index person_group_member_person on person_group_member (person_id);

-- the same row lock that a foreign key takes: who merges a department away waits for what is coming in, and what comes
-- later is refused
create function department_must_be_open() returns trigger language plpgsql as $$
declare
    closed timestamptz;
begin
    select d.closed_at into closed from department d where d.id = new.department_id for key share;
    if closed is not null then
        raise exception 'department % is closed', new.department_id using errcode = '23514', constraint = 'department_open';
    end if;
    return new;
end $$;

create trigger person_department_open before insert on person for each row execute function department_must_be_open();
create trigger person_department_moved before update of department_id on person for each row
    when (new.department_id is distinct from old.department_id) execute function department_must_be_open();
create trigger post_department_open before insert on post for each row execute function department_must_be_open();
create trigger role_grant_department_open before insert on role_grant for each row execute function department_must_be_open();
create trigger role_department_open before insert on role_department for each row execute function department_must_be_open();
create trigger explicit_grant_department_open before insert on explicit_grant for each row
    when (new.department_id is not null) execute function department_must_be_open();
create trigger customer_department_open before insert on customer for each row execute function department_must_be_open();
create trigger customer_department_moved before update of department_id on customer for each row
    when (new.department_id is distinct from old.department_id) execute function department_must_be_open();
create trigger dossier_department_open before insert on dossier for each row execute function department_must_be_open();
create trigger dossier_department_moved before update of department_id on dossier for each row
    when (new.department_id is distinct from old.department_id) execute function department_must_be_open();
