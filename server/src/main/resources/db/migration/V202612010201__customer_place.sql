-- What is kept about customers is seen by whoever sees the customer. Where a reader sees a few of a million, lists of it
-- looked at the customer of each row until a page was full, so these rows carry owner and department of their customer.

-- For tables with customer_id, customer_owner_id and customer_department_id, before a row is entered or given to another
-- customer. Whoever moves the customer meanwhile waits, and then moves this row too.
create function take_customer_place() returns trigger
    language plpgsql as $$
begin
    select owner_id, department_id into new.customer_owner_id, new.customer_department_id
    from customer where id = new.customer_id for share;
    return new;
end
$$;
