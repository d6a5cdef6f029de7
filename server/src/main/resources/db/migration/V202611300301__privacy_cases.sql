-- What customers ask for about their own data: each case has a term, somebody who answers for it, and a log of its steps
-- that is only added to (PIPL, articles 44 to 50).
create sequence rights_case_number;

create table rights_case (
    id             uuid        primary key,
    version        bigint      not null default 0,
    number         text        not null,
    kind           text        not null check (kind in ('ACCESS', 'COPY', 'CORRECTION', 'DELETION', 'WITHDRAWAL', 'OTHER')),
    state          text        not null check (state in ('RECEIVED', 'WORKING', 'DONE', 'REFUSED')),
    customer_id    uuid        references customer,
    requester      text        not null check (length(requester) between 1 and 60),
    contact        text        check (length(contact) <= 120),
    channel        text        not null check (channel in ('WRITTEN', 'PHONE', 'WEB', 'MAIL', 'OTHER')),
    wish           text        not null check (length(wish) between 1 and 2000),
    received_on    date        not null,
    due_on         date        not null,
    responsible_id uuid        not null references person,
    identity       text        check (identity in ('DOCUMENT', 'CALL_BACK', 'SEALED_LETTER', 'KNOWN_MAIL', 'OTHER')),
    answer         text        check (length(answer) <= 2000),
    answered_on    date,
    closed_by      uuid,
    closed_at      timestamptz,
    recorded_by    uuid        not null,
    recorded_at    timestamptz not null,
    detached       boolean     not null default false,
    constraint rights_case_number_unique unique (number),
    constraint rights_case_term check (due_on >= received_on),
    constraint rights_case_proven check (identity is not null or state in ('RECEIVED', 'REFUSED')),
    constraint rights_case_closed check ((state in ('DONE', 'REFUSED')) = (closed_at is not null and answer is not null))
);
comment on column rights_case.detached is 'its customer was deleted; who asked is forgotten once he is answered';
comment on column rights_case.identity is 'how it was proven who asks; null until then';
create index rights_case_customer on rights_case (customer_id, recorded_at desc, id desc);
create index rights_case_due on rights_case (due_on, id) where state in ('RECEIVED', 'WORKING');
create index rights_case_newest on rights_case (recorded_at desc, id desc);
create index rights_case_responsible on rights_case (responsible_id, recorded_at desc);

create table rights_case_step (
    id      uuid        primary key,
    case_id uuid        not null references rights_case on delete cascade,
    at      timestamptz not null,
    by_id   uuid        not null,
    kind    text        not null check (kind in ('RECEIVED', 'IDENTITY', 'RESPONSIBLE', 'NOTE', 'COPY', 'ANSWERED', 'REFUSED')),
    text    text        not null check (length(text) between 1 and 2200)
);
create index rights_case_step_case on rights_case_step (case_id, id);
revoke update, delete on rights_case_step from kedang_app;
-- a case goes only together with its customer
revoke delete on rights_case from kedang_app;

create function privacy_erase(customer uuid) returns void
    language sql security definer set search_path = public, pg_temp as $$
    delete from rights_case where customer_id = customer and state in ('DONE', 'REFUSED');
    -- somebody still waits for the answer that the deletion is done: what tells of him goes when he has it
    delete from rights_case_step where case_id in (select id from rights_case where customer_id = customer);
    update rights_case set customer_id = null, detached = true, wish = '—', version = version + 1 where customer_id = customer;
$$;
revoke all on function privacy_erase from public;
grant execute on function privacy_erase to kedang_app;
