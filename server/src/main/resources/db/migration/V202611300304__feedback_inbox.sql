-- What customers tell the company: each word is given to somebody, answered and closed.
create sequence feedback_number;
create table feedback (
    id          uuid        primary key,
    version     bigint      not null default 0,
    number      text        not null,
    state       text        not null check (state in ('NEW', 'ASSIGNED', 'ANSWERED', 'CLOSED')),
    channel     text        not null check (channel in ('WRITTEN', 'PHONE', 'WEB', 'MAIL', 'OTHER')),
    text        text        not null check (length(text) between 1 and 2000),
    giver       text        check (length(giver) <= 60),
    contact     text        check (length(contact) <= 120),
    customer_id uuid        references customer,
    received_on date        not null,
    assigned_to uuid        references person,
    answer      text        check (length(answer) <= 2000),
    answered_by uuid,
    answered_at timestamptz,
    conclusion  text        check (length(conclusion) <= 500),
    closed_by   uuid,
    closed_at   timestamptz,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    constraint feedback_number_unique unique (number),
    constraint feedback_assigned check (state = 'NEW' or assigned_to is not null),
    constraint feedback_answered check (state in ('NEW', 'ASSIGNED') or answer is not null),
    constraint feedback_closed check ((state = 'CLOSED') = (closed_at is not null))
);
create index feedback_customer on feedback (customer_id, recorded_at desc, id desc);
create index feedback_open on feedback (received_on, id) where state <> 'CLOSED';
create index feedback_newest on feedback (recorded_at desc, id desc);
create index feedback_assigned on feedback (assigned_to, recorded_at desc);
