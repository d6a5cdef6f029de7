-- Which customers' records somebody looked through in a quarter. A row exists only where somebody did: beginning a round
-- over a million customers writes one row, and whoever is still due is found by what is missing.
create table confirmation_round (
    quarter   date     primary key check (quarter = date_trunc('quarter', quarter)),
    begun_on  date     not null,
    due_on    date     not null,
    told      smallint not null default 0 check (told between 0 and 3),
    closed_on date,
    left_open bigint,
    constraint confirmation_round_days check (begun_on >= quarter and due_on >= begun_on),
    constraint confirmation_round_closed check ((closed_on is null) = (left_open is null))
);
comment on column confirmation_round.told is '1 owners of what is due, 2 owners of what is overdue, 3 heads of what is overdue';
comment on column confirmation_round.left_open is 'customers that nobody confirmed before the next round began';

create table confirmation (
    customer_id  uuid        not null references customer on delete cascade,
    quarter      date        not null references confirmation_round,
    version      bigint      not null,
    confirmed_by uuid        not null,
    confirmed_at timestamptz not null,
    primary key (customer_id, quarter)
);
comment on column confirmation.version is 'the version of the record that was found right';
create index confirmation_by_quarter on confirmation (quarter, customer_id);

-- how many customers each person has, without reading the records
create index customer_by_place on customer (department_id, owner_id, created_at, id);

revoke delete on confirmation_round from kedang_app;
