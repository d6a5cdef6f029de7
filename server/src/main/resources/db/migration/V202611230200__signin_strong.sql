-- Strong sign-in: spent guesses told apart by where they came from, known devices, live sessions, second steps, past passwords.
alter table person drop column failed_attempts;
-- reported stolen: nobody gets in until a second person gives a new password
alter table person add column stolen_at timestamptz;

-- wrong passwords and codes for one user name (of a person or not), counted apart so that strangers cannot lock people out
create table sign_in_guesses (
    account       text        not null,
    kind          text        not null check (kind in ('DEVICE', 'PLACE', 'STRANGERS')),
    -- digest of the known device, or the network address; empty for all strangers together
    source        text        not null,
    failures      integer     not null,
    since         timestamptz not null,
    barred_until  timestamptz,
    primary key (account, kind, source)
);
create index sign_in_guesses_since on sign_in_guesses (since);

-- browsers from which somebody got in before; the cookie's digest
create table known_device (
    person_id    uuid        not null references person,
    device       text        not null,
    since        timestamptz not null,
    last_seen_at timestamptz not null,
    primary key (person_id, device)
);

create table sign_in (
    id         uuid        primary key,
    person_id  uuid        not null references person,
    session_id char(36)    not null,
    at         timestamptz not null,
    address    text        not null,
    device     text        not null,
    way        text        not null,
    -- from a browser never seen before, although others were
    new_device boolean     not null,
    seen_at    timestamptz
);
create index sign_in_person on sign_in (person_id, at desc);
create unique index sign_in_session on sign_in (session_id);

create table past_password (
    person_id   uuid        not null references person,
    hash        text        not null,
    replaced_at timestamptz not null,
    primary key (person_id, replaced_at)
);

create table totp (
    person_id    uuid        primary key references person,
    -- encrypted with the master key, which is not in the database
    secret       bytea       not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    -- the last 30-second step whose code was used: no code works twice
    last_step    bigint      not null default 0
);

create table recovery_code (
    person_id uuid        not null references person,
    hash      bytea       not null,
    used_at   timestamptz,
    primary key (person_id, hash)
);

-- roles whose holders must have a second step
create table role_second_step (
    role text primary key references role
);
