-- Confidentiality agreements of employees and outside recipients; without a valid one the secret levels stay closed.
create table agreement (
    id           uuid        primary key,
    person_id    uuid        references person,
    recipient    text,
    organisation text,
    title        text        not null,
    signed_on    date        not null,
    valid_from   date        not null,
    valid_until  date        not null,
    content_id   uuid        references content,
    content_name text,
    key_id       uuid        not null,
    ended_on     date,
    ended_by     uuid,
    end_reason   text,
    recorded_by  uuid        not null,
    recorded_at  timestamptz not null,
    constraint agreement_of_one check (num_nonnulls(person_id, recipient) = 1),
    constraint agreement_term check (valid_until >= valid_from),
    constraint agreement_not_own check (recorded_by <> person_id)
);
comment on column agreement.ended_on is 'first day on which it does not hold any more, ahead of its term';
create index agreement_person on agreement (person_id);
create index agreement_until on agreement (valid_until) where ended_on is null;
