-- Rights are asked for in writing; what is powerful waits for a second person.
create table rights_request (
    id              uuid        primary key,
    kind            text        not null check (kind in ('ROLE', 'POST', 'CLEARANCE', 'END', 'ROLE_DEFINITION')),
    state           text        not null check (state in ('PENDING', 'EFFECTIVE', 'REJECTED', 'WITHDRAWN')),
    high            boolean     not null,
    person_id       uuid        references person,
    role            text,
    department_id   uuid        references department,
    wish            jsonb       not null,
    before          jsonb,
    reason          text        not null,
    requested_by    uuid        not null,
    requested_at    timestamptz not null,
    requested_from  text,
    decided_by      uuid,
    decided_at      timestamptz,
    decision_reason text,
    constraint rights_request_not_for_oneself check (requested_by <> person_id),
    constraint rights_request_second_person check (
        not (high and state = 'EFFECTIVE')
        or (decided_by is not null and decided_by <> requested_by and decided_by is distinct from person_id))
);
comment on column rights_request.wish is 'what is asked for, as it was asked';
comment on column rights_request.before is 'the same before the request, to be shown beside it and to notice changes made meanwhile';
comment on column rights_request.requested_from is 'network address of the requester: roles count by network, also when the rules are checked again';

create unique index rights_request_once on rights_request (md5(wish::text)) where state = 'PENDING';
create unique index rights_request_one_definition on rights_request (role) where state = 'PENDING' and kind = 'ROLE_DEFINITION';
create index rights_request_state on rights_request (state, requested_at desc);
create index rights_request_person on rights_request (person_id);
