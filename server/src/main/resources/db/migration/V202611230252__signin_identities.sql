-- Who a person is at the company's OpenID provider. It says only who somebody is; rights come from our own grants.
create table identity_link (
    id           uuid        primary key,
    person_id    uuid        not null references person,
    issuer       text        not null,
    subject      text        not null,
    -- how the provider calls the person, to be recognised in a list
    label        text        not null,
    linked_by    uuid        not null,
    linked_at    timestamptz not null,
    last_used_at timestamptz,
    constraint identity_link_once unique (issuer, subject)
);
create index identity_link_person on identity_link (person_id);
