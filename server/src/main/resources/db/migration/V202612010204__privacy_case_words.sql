-- Rights cases are found by any part of their number, of who asks and of the customer's number and name; and those of one's
-- own customers by indexes of their own, see take_customer_place.
alter table rights_case
    add column customer_owner_id      uuid,
    add column customer_department_id uuid,
    add column words                  text collate "C";
create function rights_case_words() returns trigger
    language plpgsql as $$
begin
    new.words := lower(concat_ws(' ', new.number, new.requester,
        (select concat_ws(' ', number, name) from customer where id = new.customer_id)));
    return new;
end
$$;
-- triggers go by their names: the place first, which makes others wait
create trigger rights_case_place before insert or update of customer_id on rights_case
    for each row execute function take_customer_place();
create trigger rights_case_words before insert or update of number, requester, customer_id on rights_case
    for each row execute function rights_case_words();
update rights_case set customer_id = customer_id;
alter table rights_case
    alter column words set not null,
    add constraint rights_case_place check (customer_id is null or (customer_owner_id is not null and customer_department_id is not null));
create index rights_case_by_owner on rights_case (customer_owner_id) where customer_owner_id is not null;
create index rights_case_by_department on rights_case (customer_department_id) where customer_department_id is not null;
create index rights_case_by_words on rights_case using gin (grams(words)) with (fastupdate = off);
comment on column rights_case.words is 'all that is searched for words, in lower case';

create function rights_case_follow_customer() returns trigger
    language plpgsql as $$
begin
    update rights_case set customer_id = new.id where customer_id = new.id;
    return null;
end
$$;
create trigger customer_rights_case_follows after update of owner_id, department_id, name on customer for each row
    when ((old.owner_id, old.department_id, old.name) is distinct from (new.owner_id, new.department_id, new.name))
    execute function rights_case_follow_customer();
