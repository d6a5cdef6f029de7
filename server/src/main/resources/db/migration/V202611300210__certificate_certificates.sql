-- Customers' certificates, found by the day on which they end, and what their owners were reminded of already.
create table certificate (
    id           uuid        primary key,
    version      bigint      not null,
    customer_id  uuid        not null references customer,
    kind         text        not null
        check (kind in ('BUSINESS_LICENCE', 'QUALIFICATION', 'PERMIT', 'AUTHORISATION', 'IDENTITY', 'OTHER')),
    name         text        check (length(name) between 1 and 100),
    number       text        check (length(number) between 1 and 60),
    issuer       text,
    valid_from   date,
    valid_until  date,
    long_term    boolean     not null,
    review_due   date,
    note         text,
    key_id       uuid,
    content_id   uuid        references content,
    content_name text,
    replaces     uuid        references certificate,
    replaced_by  uuid        references certificate,
    voided_on    date,
    voided_by    uuid,
    void_reason  text,
    created_at   timestamptz not null,
    created_by   uuid        not null,
    updated_at   timestamptz not null,
    updated_by   uuid        not null,
    constraint certificate_ends_or_not check ((valid_until is null) = long_term),
    constraint certificate_term check (valid_until >= valid_from),
    constraint certificate_scan_named check ((content_id is null) = (content_name is null)),
    constraint certificate_voided check ((voided_on is null) = (void_reason is null) and (voided_on is null) = (voided_by is null)),
    constraint certificate_replaced_once unique (replaces)
);
comment on column certificate.key_id is 'the data key of its scans; made with the first of them';

create index certificate_by_customer on certificate (customer_id, created_at);
create index certificate_by_end on certificate (valid_until, id) where voided_on is null and replaced_by is null;
create index certificate_by_review on certificate (review_due, id) where voided_on is null and replaced_by is null;

create table certificate_review (
    id             uuid        primary key,
    certificate_id uuid        not null references certificate on delete cascade,
    due            date        not null,
    done_on        date        not null,
    note           text,
    recorded_by    uuid        not null,
    recorded_at    timestamptz not null,
    constraint certificate_review_once unique (certificate_id, due)
);
comment on table certificate_review is 'annual reviews (年检) that were done';

create table certificate_reminder (
    certificate_id uuid        not null references certificate on delete cascade,
    what           text        not null check (what in ('EXPIRY', 'REVIEW')),
    due            date        not null,
    step           int         not null check (step >= 0),
    told_at        timestamptz not null,
    primary key (certificate_id, what, due, step)
);
comment on table certificate_reminder is 'so many days before a day falls due the owner was told; never twice';
