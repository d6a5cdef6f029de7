-- A request is closed soon after it was submitted: room in its page spares all its indexes another entry.
alter table approval_request set (fillfactor = 80);

-- Which requests are late is asked of those steps alone that have a time limit.
create index approval_step_timed on approval_step (request_id) where due_at is not null;
