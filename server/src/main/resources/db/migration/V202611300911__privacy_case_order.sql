-- The list shows what is due first, then closed cases, the newest first: one index has that order.
create index rights_case_in_order on rights_case
    ((closed_at is not null), (case when closed_at is null then due_on end), recorded_at desc, id desc);
drop index rights_case_newest;
