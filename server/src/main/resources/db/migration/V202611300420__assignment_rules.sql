-- Who gets a new customer whose owner nobody named. The rules are one ordered list; each change is a new version, so that
-- it can be told later by which rules somebody got a customer. The first version is what always was: whoever enters it.
create table assignment_rules (
    version    bigint      primary key,
    rules      jsonb       not null check (jsonb_typeof(rules) = 'array'),
    changed_at timestamptz not null default now(),
    changed_by uuid        references person
);
insert into assignment_rules (version, rules) values
    (1, '[{"kind": "COLLECTOR", "name": "谁登记谁负责", "active": true, "places": []}]');
