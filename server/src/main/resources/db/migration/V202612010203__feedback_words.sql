-- Feedback is found by any part of what it says and of its customer's name; and that of one's own customers by indexes of
-- its own, see take_customer_place.
alter table feedback
    add column customer_owner_id      uuid,
    add column customer_department_id uuid,
    add column words                  text collate "C";
create function feedback_words() returns trigger
    language plpgsql as $$
begin
    new.words := lower(concat_ws(' ', new.number, new.text, new.giver, (select name from customer where id = new.customer_id)));
    return new;
end
$$;
-- triggers go by their names: the place first, which makes others wait
create trigger feedback_place before insert or update of customer_id on feedback
    for each row execute function take_customer_place();
create trigger feedback_words before insert or update of number, text, giver, customer_id on feedback
    for each row execute function feedback_words();
update feedback set customer_id = customer_id;
alter table feedback
    alter column words set not null,
    add constraint feedback_place check (customer_id is null or (customer_owner_id is not null and customer_department_id is not null));
create index feedback_by_owner on feedback (customer_owner_id) where customer_owner_id is not null;
create index feedback_by_department on feedback (customer_department_id) where customer_department_id is not null;
create index feedback_by_words on feedback using gin (grams(words)) with (fastupdate = off);
comment on column feedback.words is 'all that is searched for words, in lower case';

create function feedback_follow_customer() returns trigger
    language plpgsql as $$
begin
    update feedback set customer_id = new.id where customer_id = new.id;
    return null;
end
$$;
create trigger customer_feedback_follows after update of owner_id, department_id, name on customer for each row
    when ((old.owner_id, old.department_id, old.name) is distinct from (new.owner_id, new.department_id, new.name))
    execute function feedback_follow_customer();
