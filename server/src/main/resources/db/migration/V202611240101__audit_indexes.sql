-- Every index is paid for by every read that is kept: an event of a customer itself needs to be found only once.
drop index audit_event_customer;
create index audit_event_customer on audit_event (customer_id, at desc)
    where customer_id is not null and customer_id is distinct from subject_id;
