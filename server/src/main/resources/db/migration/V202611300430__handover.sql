-- Customers go from one person to another: one, or a hundred thousand. What is to be handed over is written down first, line
-- by line, and then carried out in batches; each line is done in the transaction that says so, so that a killed server
-- goes on where it stood and nothing is done twice.
create sequence handover_number_seq;

create table handover (
    id            uuid        primary key,
    number        text        not null,
    to_owner      uuid        not null references person,
    to_department uuid        not null references department,
    reason        text        not null check (length(reason) between 1 and 500),
    state         text        not null check (state in ('ASKED', 'RUNNING', 'DONE', 'CANCELLED', 'REFUSED')),
    total         integer     not null check (total >= 0),
    done          integer     not null default 0,
    skipped       integer     not null default 0,
    request_id    uuid,
    made_by       uuid        not null references person,
    made_at       timestamptz not null,
    started_at    timestamptz,
    ended_at      timestamptz,
    constraint handover_number_unique unique (number),
    constraint handover_ended check ((state in ('DONE', 'CANCELLED', 'REFUSED')) = (ended_at is not null)),
    constraint handover_counted check (done >= 0 and skipped >= 0 and done + skipped <= total)
);
create index handover_newest on handover (made_at desc, id desc);
create index handover_by_maker on handover (made_by, made_at desc, id desc);
create index handover_by_taker on handover (to_owner, made_at desc, id desc);
create index handover_running on handover (made_at, id) where state = 'RUNNING';

create table handover_line (
    handover_id    uuid        not null references handover on delete cascade,
    place          integer     not null,
    customer_id    uuid        not null references customer on delete cascade,
    old_owner      uuid        not null,
    old_department uuid        not null,
    state          text        not null default 'OPEN' check (state in ('OPEN', 'DONE', 'SKIPPED', 'CANCELLED')),
    done_at        timestamptz,
    primary key (handover_id, place),
    constraint handover_line_done check ((state = 'DONE') = (done_at is not null))
);
create unique index handover_line_open_once on handover_line (customer_id) where state = 'OPEN';
create index handover_line_open on handover_line (handover_id, place) where state = 'OPEN';
create index handover_line_done on handover_line (customer_id, done_at desc) where state = 'DONE';
