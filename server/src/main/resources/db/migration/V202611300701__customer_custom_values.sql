-- Lists of customers are narrowed by custom fields: what equals a value by an index on all values, what lies
-- between two by a table of its own, which the database keeps. Versions tell which custom fields changed.
create index customer_by_more on customer using gin (more jsonb_path_ops) with (fastupdate = off);

create table customer_range (
    customer_id uuid    not null references customer on delete cascade,
    field       text    not null,
    value       numeric not null,
    primary key (customer_id, field)
);
comment on table customer_range is 'custom fields with an order: numbers, and days as numbers such as 20261124';
create index customer_range_by_value on customer_range (field, value, customer_id);

revoke insert, update, delete, truncate on customer_range from kedang_app;

create function customer_keep_ranges() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from customer_range where customer_id = new.id;
    insert into customer_range (customer_id, field, value)
    select new.id, m.key,
           case jsonb_typeof(m.value) when 'number' then (m.value #>> '{}')::numeric
                                      else replace(m.value #>> '{}', '-', '')::numeric end
    from jsonb_each(new.more) m
    where jsonb_typeof(m.value) = 'number'
       or (jsonb_typeof(m.value) = 'string' and m.value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
    return null;
end
$$;
revoke all on function customer_keep_ranges from public;

create trigger customer_ranges_of_new after insert on customer
    for each row when (new.more <> '{}') execute function customer_keep_ranges();
create trigger customer_ranges_of_changed after update on customer
    for each row when (new.more is distinct from old.more) execute function customer_keep_ranges();

create or replace function customer_keep_version() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    about_the_row constant text[] := '{id,version,number,name_key,phone_key,created_at,created_by,updated_at,updated_by,reason}';
    before jsonb := to_jsonb(old) - about_the_row;
    after  jsonb := to_jsonb(new) - about_the_row;
begin
    insert into customer_version (customer_id, version, record, changed_at, changed_by, changed, reason)
    values (old.id, old.version, jsonb_strip_nulls(before), new.updated_at, new.updated_by,
            array(select a.key from jsonb_each(after - 'more') a where a.value is distinct from before -> a.key
                  union
                  select 'more.' || m.key from jsonb_each(old.more || new.more) m
                  where old.more -> m.key is distinct from new.more -> m.key
                  order by 1),
            new.reason);
    return new;
end
$$;
