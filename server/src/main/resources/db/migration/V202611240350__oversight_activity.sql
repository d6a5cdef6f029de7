-- How much is done, counted once as events are sealed, so that charts of years never read the log itself.
create table activity_day (
    day           date     not null,
    actor_id      uuid     not null,
    act           text     not null,
    act_class     smallint not null,
    refused       boolean  not null,
    administrator boolean  not null,
    events        bigint   not null,
    changes       bigint   not null,
    constraint activity_day_key primary key (day, actor_id, act, act_class, refused, administrator)
);
comment on table activity_day is 'days of people in China';
comment on column activity_day.administrator is 'whether a system or network administrator''s role counted at that moment';
comment on column activity_day.changes is 'how many of the events changed something';
create index activity_day_actor on activity_day (actor_id, day);

create table activity_hour (
    hour          timestamptz not null,
    actor_id      uuid        not null,
    refused       boolean     not null,
    administrator boolean     not null,
    events        bigint      not null,
    constraint activity_hour_key primary key (hour, actor_id, refused, administrator)
);

create table activity_leaves (
    day        date   primary key,
    first_leaf bigint not null,
    last_leaf  bigint not null
);
comment on table activity_leaves is 'between which leaves of the hash tree a day''s events lie, for drawing samples';

create table activity_cursor (
    only_one boolean     primary key default true check (only_one),
    leaf     bigint      not null,
    at       timestamptz
);
comment on table activity_cursor is 'the last leaf that is counted; moved in the transaction that counts';
insert into activity_cursor (leaf) values (-1);
