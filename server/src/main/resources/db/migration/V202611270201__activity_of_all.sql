-- Figures of everybody were summed up from a row for each person and hour; the same counting keeps their sums.
create table activity_day_all (
    day           date     not null,
    act           text     not null,
    act_class     smallint not null,
    refused       boolean  not null,
    administrator boolean  not null,
    events        bigint   not null,
    constraint activity_day_all_key primary key (day, act, act_class, refused, administrator)
);
comment on table activity_day_all is 'activity_day of all people together';

create table activity_hour_all (
    hour          timestamptz not null,
    refused       boolean     not null,
    administrator boolean     not null,
    events        bigint      not null,
    constraint activity_hour_all_key primary key (hour, refused, administrator)
);
comment on table activity_hour_all is 'activity_hour of all people together';

insert into activity_day_all (day, act, act_class, refused, administrator, events)
select day, act, act_class, refused, administrator, sum(events) from activity_day group by 1, 2, 3, 4, 5;

insert into activity_hour_all (hour, refused, administrator, events)
select hour, refused, administrator, sum(events) from activity_hour group by 1, 2, 3;
