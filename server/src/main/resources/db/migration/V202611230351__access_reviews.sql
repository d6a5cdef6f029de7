-- Each quarter somebody confirms or revokes every grant; what nobody looked at in time does not count any more.
create table access_review (
    id         uuid        primary key,
    period     text        not null check (period ~ '^\d{4}-Q[1-4]$'),
    started_at timestamptz not null,
    started_by uuid        not null,
    due_on     date        not null,
    closed_at  timestamptz,
    constraint access_review_once unique (period)
);
comment on column access_review.due_on is 'last day; what is open afterwards is suspended';

create table access_review_line (
    id                uuid        primary key,
    review_id         uuid        not null references access_review,
    role_grant_id     uuid        references role_grant,
    explicit_grant_id uuid        references explicit_grant,
    person_id         uuid        references person,
    department_id     uuid        not null references department,
    role              text,
    office            boolean     not null,
    valid_until       timestamptz,
    reviewer_id       uuid        references person,
    state             text        not null check (state in ('OPEN', 'OVERDUE', 'CONFIRMED', 'REVOKED', 'ENDED')),
    note              text,
    decided_by        uuid,
    decided_at        timestamptz,
    constraint access_review_line_of_one check (num_nonnulls(role_grant_id, explicit_grant_id) = 1),
    constraint access_review_line_not_own check (decided_by is distinct from person_id or decided_by is null),
    constraint access_review_line_decided check ((state in ('CONFIRMED', 'REVOKED')) = (decided_by is not null)),
    constraint access_review_line_role_once unique (review_id, role_grant_id),
    constraint access_review_line_explicit_once unique (review_id, explicit_grant_id)
);
comment on column access_review_line.person_id is 'who holds the grant; empty for what was opened to a whole department';
comment on column access_review_line.reviewer_id is 'head of the department of the holder or of the next above; empty: the security officer';
comment on column access_review_line.state is 'OVERDUE: suspended because nobody decided in time; ENDED: the grant ended before anybody decided';
create index access_review_line_reviewer on access_review_line (reviewer_id) where state in ('OPEN', 'OVERDUE');
create index access_review_line_open on access_review_line (review_id) where state in ('OPEN', 'OVERDUE');

alter table explicit_grant
    add column suspended_at timestamptz,
    add column reviewed_at  timestamptz;
comment on column explicit_grant.suspended_at is 'does not count since then, because nobody reviewed it in time';
