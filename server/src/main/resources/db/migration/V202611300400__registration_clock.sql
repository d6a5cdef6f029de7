-- Which customers must still be put on record (备案), and by when. A row begins when a customer is entered. Customers
-- entered before this clock ran get none and count as put on record then: a row for each of a million of them would tell
-- nobody anything, start a million alarms at once, and block the start for as long as it is written.
create sequence registration_number_seq;

create table registration (
    customer_id      uuid        primary key references customer on delete cascade,
    first_contact_on date        not null,
    entered_on       date        not null,
    due_on           date        not null,
    state            text        not null default 'DUE' check (state in ('DUE', 'ASKED', 'DONE')),
    told             smallint    not null default 0 check (told between 0 and 3),
    request_id       uuid,
    met              text,
    source           text        check (length(source) between 1 and 200),
    number           text,
    registered_on    date,
    registered_at    timestamptz,
    registered_by    uuid,
    constraint registration_number_unique unique (number),
    constraint registration_contact_before_entry check (first_contact_on <= entered_on),
    constraint registration_done_has_number check ((state = 'DONE') = (number is not null)),
    constraint registration_done_has_day check ((state = 'DONE') = (registered_on is not null and registered_at is not null))
);
create index registration_by_due on registration (due_on, customer_id) where state <> 'DONE';
create index registration_by_contact on registration (first_contact_on) where state <> 'DONE';
create index registration_done on registration (registered_on desc, customer_id) where state = 'DONE';
comment on column registration.due_on is 'so many working days after the first contact; counted again when the calendar changes';
comment on column registration.told is 'what was told of this due day: 1 the day before, 2 that it is over, 3 the head';
