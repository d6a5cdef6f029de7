-- Whoever deletes a customer makes the database look for its handovers: with an index of done lines only it reads them all.
drop index handover_line_done;
create index handover_line_customer on handover_line (customer_id, done_at desc, handover_id desc);
