-- The proof that the log is what it was: each event has a leaf of a hash tree (RFC 6962), and signed
-- checkpoints tell the tree's size and root. All of it is only ever added to.
create table audit_leaf (
    index    bigint      primary key check (index >= 0),
    event_id uuid        not null unique,
    event_at timestamptz not null,
    hash     bytea       not null check (octet_length(hash) = 32)
);

create table audit_node (
    level smallint not null check (level between 1 and 7),
    index bigint   not null check (index >= 0),
    hash  bytea    not null check (octet_length(hash) = 32),
    primary key (level, index)
);

comment on table audit_node is 'roots of complete subtrees of 256^level leaves';

-- A checkpoint also says which transactions it has taken in, so that the next batch is exactly what
-- became visible since: no event is missed when transactions commit in another order than they
-- began, and none is taken twice.
create table audit_checkpoint (
    size       bigint      primary key check (size > 0),
    root       bytea       not null check (octet_length(root) = 32),
    at         timestamptz not null,
    note       text        not null,
    cluster    bigint      not null,
    snapshot   pg_snapshot,
    target     pg_snapshot,
    reached_at timestamptz,
    reached_id uuid,
    check ((target is null) = (reached_at is null) and (target is null) = (reached_id is null)),
    check (snapshot is not null or target is not null)
);

comment on column audit_checkpoint.cluster is 'whose transaction numbers these are';
comment on column audit_checkpoint.snapshot is 'every event visible in it has a leaf';
comment on column audit_checkpoint.target is
    'set within a backlog: of the events visible in it, those up to (reached_at, reached_id) have a leaf';

create table audit_publication (
    channel text        not null,
    size    bigint      not null,
    at      timestamptz not null,
    place   text        not null,
    primary key (channel, size)
);

create table audit_time_stamp (
    size      bigint      not null,
    authority text        not null,
    at        timestamptz not null,
    token     bytea       not null,
    primary key (size, authority)
);

comment on column audit_time_stamp.token is 'RFC 3161 token over SHA-256 of the note of this size';

revoke all on audit_leaf, audit_node, audit_checkpoint, audit_publication, audit_time_stamp from kedang_app;
grant select, insert on audit_leaf, audit_node, audit_checkpoint, audit_publication, audit_time_stamp to kedang_app;

-- Which transaction kept an event is for the database alone to say: with another number it would never be sealed.
revoke insert on audit_event from kedang_app;
grant insert (id, at, actor_id, actor_user_name, actor_name, post, roles, address, device, session, act, act_class,
    result, subject_type, subject_id, subject_title, parent_id, customer_id, reason, request_id, changes)
    on audit_event to kedang_app;
