-- Changes on their way into the search index, kept until they are in it even if the server dies (tables of Hibernate
-- Search 8.2, outbox-polling), and the mark by which an index knows the database it was made from.
create table hsearch_agent (
    id                   uuid           not null primary key,
    type                 varchar(255)   not null
        check (type in ('EVENT_PROCESSING_DYNAMIC_SHARDING', 'EVENT_PROCESSING_STATIC_SHARDING', 'MASS_INDEXING')),
    name                 varchar(255)   not null,
    expiration           timestamptz(6) not null,
    state                varchar(255)   not null check (state in ('RUNNING', 'WAITING', 'SUSPENDED')),
    total_shard_count    integer,
    assigned_shard_index integer,
    tenant_id            varchar(255),
    payload              bytea
);

create table hsearch_outbox_event (
    id             uuid           not null primary key,
    entity_name    varchar(256)   not null,
    entity_id      varchar(256)   not null,
    entity_id_hash integer        not null,
    payload        bytea          not null,
    retries        integer        not null,
    process_after  timestamptz(6) not null,
    status         varchar(255)   not null check (status in ('PENDING', 'ABORTED')),
    tenant_id      varchar(255)
);
create index hsearch_outbox_event_process_after on hsearch_outbox_event (process_after);

create table index_source (
    id  uuid    not null default gen_random_uuid(),
    one boolean primary key default true check (one)
);
insert into index_source default values;
