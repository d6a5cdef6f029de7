-- What was spent on customers, once it was approved. Only customers on record can have any; the request that allowed it
-- books it once.
create table expense (
    id             uuid          primary key,
    customer_id    uuid          not null references customer on delete cascade,
    kind           text          not null check (kind in ('HOSPITALITY', 'TRAVEL', 'GIFT')),
    amount         numeric(12,2) not null check (amount > 0),
    spent_on       date          not null,
    participants   text          not null check (length(participants) between 1 and 200),
    purpose        text          not null check (length(purpose) between 1 and 500),
    request_id     uuid          not null,
    request_number text          not null,
    spent_by       uuid          not null references person,
    department_id  uuid          not null references department,
    booked_at      timestamptz   not null,
    constraint expense_once unique (request_id)
);
create index expense_by_customer on expense (customer_id, spent_on desc, id desc);
create index expense_by_day on expense (spent_on desc, id desc);
