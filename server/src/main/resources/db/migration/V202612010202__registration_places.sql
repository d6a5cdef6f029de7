-- Registrations and expenses of one's own customers are found by indexes of their own; see take_customer_place.
alter table registration
    add column customer_owner_id      uuid,
    add column customer_department_id uuid;
update registration r set customer_owner_id = c.owner_id, customer_department_id = c.department_id
from customer c where c.id = r.customer_id;
alter table registration
    alter column customer_owner_id set not null,
    alter column customer_department_id set not null;
create index registration_owner_due on registration (customer_owner_id, due_on, customer_id) where state <> 'DONE';
create index registration_department_due on registration (customer_department_id, due_on, customer_id) where state <> 'DONE';
create index registration_owner_done on registration (customer_owner_id, registered_on desc, customer_id) where state = 'DONE';
create index registration_department_done on registration (customer_department_id, registered_on desc, customer_id)
    where state = 'DONE';
create trigger registration_place before insert or update of customer_id on registration
    for each row execute function take_customer_place();

alter table expense
    add column customer_owner_id      uuid,
    add column customer_department_id uuid;
update expense e set customer_owner_id = c.owner_id, customer_department_id = c.department_id
from customer c where c.id = e.customer_id;
alter table expense
    alter column customer_owner_id set not null,
    alter column customer_department_id set not null;
create index expense_by_owner on expense (customer_owner_id, spent_on desc, id desc);
create index expense_by_department on expense (customer_department_id, spent_on desc, id desc);
create trigger expense_place before insert or update of customer_id on expense
    for each row execute function take_customer_place();

create function registration_follow_customer() returns trigger
    language plpgsql as $$
begin
    update registration set customer_id = new.id where customer_id = new.id;
    update expense set customer_id = new.id where customer_id = new.id;
    return null;
end
$$;
create trigger customer_registration_follows after update of owner_id, department_id on customer for each row
    when ((old.owner_id, old.department_id) is distinct from (new.owner_id, new.department_id))
    execute function registration_follow_customer();
