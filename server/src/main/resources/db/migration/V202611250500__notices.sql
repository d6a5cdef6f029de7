-- What people are told, and what still has to leave the house. A notice is written in the transaction of what it tells
-- of; its key keeps anybody from being told twice. Mail and group robots are sent from rows that stay until they are
-- settled, so that neither a receiver that is down nor a killed server loses one.
create table notice (
    id        uuid        primary key,
    person_id uuid        not null references person,
    kind      text        not null,
    key       text        not null check (length(key) between 1 and 200),
    title_zh  text        not null,
    title_en  text        not null,
    text_zh   text        not null,
    text_en   text        not null,
    link      text        not null check (link like '/%'),
    made_at   timestamptz not null,
    read_at   timestamptz,
    constraint notice_told_once unique (person_id, kind, key)
);
create index notice_newest on notice (person_id, made_at desc, id desc);
create index notice_unread on notice (person_id, made_at desc, id desc) where read_at is null;
comment on table notice is 'names nothing that stands in a customer''s profile or in an archive: mail and robots carry the same words';

create table notice_delivery (
    id         uuid        primary key,
    channel    text        not null,
    person_id  uuid        references person,
    kind       text        not null,
    key        text        not null,
    title_zh   text        not null,
    title_en   text        not null,
    text_zh    text        not null,
    text_en    text        not null,
    link       text        not null,
    made_at    timestamptz not null,
    due_at     timestamptz not null,
    attempts   smallint    not null default 0,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    error      text,
    settled_at timestamptz,
    constraint notice_delivery_once unique nulls not distinct (channel, person_id, kind, key),
    constraint notice_delivery_mail_has_person check ((channel = 'MAIL') = (person_id is not null)),
    constraint notice_delivery_settled check ((state = 'WAITING') = (settled_at is null))
);
create index notice_delivery_due on notice_delivery (due_at) where state = 'WAITING';
create index notice_delivery_mail on notice_delivery (person_id, due_at) where state = 'WAITING' and channel = 'MAIL';
comment on column notice_delivery.channel is 'MAIL, or ROBOT: and the name of the group''s robot';

create table notice_habit (
    person_id   uuid   primary key references person,
    version     bigint not null,
    mail        text   check (length(mail) between 3 and 254),
    quiet_from  time,
    quiet_until time,
    digest_at   time,
    constraint notice_habit_quiet check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until)
);
comment on column notice_habit.digest_at is 'mail of the day goes out together at this time of day in Shanghai; null: each at once';

create table notice_choice (
    person_id uuid    not null references person,
    kind      text    not null,
    in_page   boolean not null,
    by_mail   boolean not null,
    primary key (person_id, kind)
);
comment on table notice_choice is 'kinds for which somebody wants something else than what is usual';
