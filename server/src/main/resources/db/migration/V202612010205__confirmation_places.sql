-- How far a round is was counted by looking at the customer of each confirmation, 650,000 of a million: a confirmation
-- carries the customer's place (see take_customer_place) and whether the customer belongs to the round, and one index has
-- all that is counted.
alter table confirmation
    add column customer_owner_id      uuid,
    add column customer_department_id uuid,
    add column counted                boolean;
update confirmation k
set customer_owner_id = c.owner_id, customer_department_id = c.department_id,
    counted = c.created_at < (r.begun_on + 1)::timestamp at time zone 'Asia/Shanghai'
from customer c, confirmation_round r where c.id = k.customer_id and r.quarter = k.quarter;
alter table confirmation
    alter column customer_owner_id set not null,
    alter column customer_department_id set not null,
    alter column counted set not null;
comment on column confirmation.counted is 'the customer was there on the day on which the round began';
create index confirmation_by_place on confirmation (quarter, customer_department_id, customer_owner_id, customer_id) where counted;

create function confirmation_place() returns trigger
    language plpgsql as $$
begin
    select c.owner_id, c.department_id, c.created_at < (r.begun_on + 1)::timestamp at time zone 'Asia/Shanghai'
    into new.customer_owner_id, new.customer_department_id, new.counted
    from customer c, confirmation_round r where c.id = new.customer_id and r.quarter = new.quarter
    for share of c;
    return new;
end
$$;
create trigger confirmation_place before insert or update of customer_id on confirmation
    for each row execute function confirmation_place();

create function confirmation_follow_customer() returns trigger
    language plpgsql as $$
begin
    update confirmation set customer_id = new.id where customer_id = new.id;
    return null;
end
$$;
create trigger customer_confirmation_follows after update of owner_id, department_id on customer for each row
    when ((old.owner_id, old.department_id) is distinct from (new.owner_id, new.department_id))
    execute function confirmation_follow_customer();
