-- Passkeys (W3C WebAuthn Level 3): public keys of people's devices; a stolen copy of this table opens nothing.
create table passkey (
    id              uuid        primary key,
    person_id       uuid        not null references person,
    name            text        not null,
    credential_id   bytea       not null,
    public_key      bytea       not null,
    signature_count bigint      not null,
    transports      text[]      not null,
    -- whether the device copies the key to its owner's other devices, and has done so
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    attestation     bytea       not null,
    client_data     bytea       not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz,
    constraint passkey_credential_unique unique (credential_id)
);
create index passkey_person on passkey (person_id);

-- What was asked of a browser and is not answered yet: a challenge, used once, minutes old at most.
-- Losing it in a crash costs a second try, so it is kept out of the write-ahead log.
create unlogged table ceremony (
    id         uuid        primary key,
    kind       text        not null,
    person_id  uuid,
    kept       text        not null,
    expires_at timestamptz not null
);
create index ceremony_expiry on ceremony (expires_at);
