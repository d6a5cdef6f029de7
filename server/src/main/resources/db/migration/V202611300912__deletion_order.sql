-- Deletions that wait come first, then the newest; the register is searched by any of its numbers.
create index customer_deletion_in_order on customer_deletion ((state <> 'APPROVED'), approved_at desc, id desc);
drop index customer_deletion_newest;
create index deletion_register_request on deletion_register (request_number);
