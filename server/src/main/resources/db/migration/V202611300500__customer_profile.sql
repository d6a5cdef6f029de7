-- The whole profile: what kind of organisation a customer is, whose branch, since when we work together, and
-- every earlier version of it. Versions are written by a trigger that the application cannot go around and
-- belong to nobody but the database: they can be read and, with their customer, deleted.
alter table customer
    add column fax               text check (length(fax) between 1 and 40),
    add column business_scope    text check (length(business_scope) between 1 and 2000),
    add column size              text check (size in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    add column nature            text check (nature in ('STATE_OWNED', 'COLLECTIVE', 'PRIVATE', 'FOREIGN', 'HK_MO_TW', 'SOLE_TRADER', 'GOVERNMENT', 'INSTITUTION', 'ASSOCIATION', 'OTHER')),
    add column source            text check (source in ('EXHIBITION', 'REFERRAL', 'WEBSITE', 'PHONE', 'ADVERTISING', 'SOCIAL_MEDIA', 'TENDER', 'VISIT', 'WALK_IN', 'OTHER')),
    add column cooperating_since date,
    add column parent_id         uuid references customer,
    add column tags              text[]  not null default '{}' check (cardinality(tags) <= 20),
    add column more              jsonb   not null default '{}' check (jsonb_typeof(more) = 'object'),
    add column grade_by_hand     boolean not null default false,
    add column reason            text check (length(reason) <= 500),
    add constraint customer_not_its_own_parent check (parent_id <> id),
    drop constraint customer_region_code_check,
    drop constraint customer_industry_code_check,
    add constraint customer_region_code_check check (region_code ~ '^[1-8][0-9]{5}([0-9]{3})?$'),
    add constraint customer_industry_code_check check (industry_code ~ '^[A-T]([0-9]{2})?$');

comment on column customer.reason is 'why it was last changed';
comment on column customer.grade_by_hand is 'a grade that a person gave, which no rule changes';
comment on column customer.more is 'custom fields by name, as module form checks them';

create index customer_by_parent on customer (parent_id) where parent_id is not null;
create index customer_by_tag on customer using gin (tags) with (fastupdate = off);

create table customer_version (
    customer_id uuid        not null references customer on delete cascade,
    version     bigint      not null,
    record      jsonb       not null,
    changed_at  timestamptz not null,
    changed_by  uuid        not null,
    changed     text[]      not null,
    reason      text,
    primary key (customer_id, version)
);

comment on table customer_version is 'what a record was before it was changed; when, by whom, why, and which columns';

revoke insert, update, delete, truncate on customer_version from kedang_app;

create function customer_keep_version() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    about_the_row constant text[] := '{id,version,number,name_key,phone_key,created_at,created_by,updated_at,updated_by,reason}';
    before jsonb := to_jsonb(old) - about_the_row;
    after  jsonb := to_jsonb(new) - about_the_row;
begin
    insert into customer_version (customer_id, version, record, changed_at, changed_by, changed, reason)
    values (old.id, old.version, jsonb_strip_nulls(before), new.updated_at, new.updated_by,
            array(select a.key from jsonb_each(after) a where a.value is distinct from before -> a.key order by a.key),
            new.reason);
    return new;
end
$$;

revoke all on function customer_keep_version from public;

create trigger customer_versions before update on customer
    for each row when (old.version is distinct from new.version) execute function customer_keep_version();
