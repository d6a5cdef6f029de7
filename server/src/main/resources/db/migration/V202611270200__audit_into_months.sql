-- Events go straight into their month: finding it row by row was two fifths of what adding them cost. The bounds of
-- the month are checked as before, and which transaction kept an event is still for the database alone to say.
create or replace function audit_open_month(name text) returns void
    language plpgsql set search_path = public, pg_temp as $$
begin
    execute format('revoke all on %I from kedang_app', name);
    execute format('grant insert (id, at, actor_id, actor_user_name, actor_name, post, roles, address, device, session,
        act, act_class, result, subject_type, subject_id, subject_title, parent_id, customer_id, reason, request_id,
        changes) on %I to kedang_app', name);
end $$;
revoke all on function audit_open_month from public;

create or replace function audit_make_months(first date, last date) returns int
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
                -- only now: until it is a month of the log its rows would be nobody's
                perform audit_open_month(name);
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

select audit_open_month(inhrelid::regclass::text)
from pg_inherits
where inhparent = 'audit_event'::regclass and inhrelid <> 'audit_event_beyond'::regclass;
