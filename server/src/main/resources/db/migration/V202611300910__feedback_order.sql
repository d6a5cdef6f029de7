-- The list shows open ones first, the longest waiting first, then closed ones, the newest first: one index has that order.
create index feedback_in_order on feedback
    ((state = 'CLOSED'), (case when state <> 'CLOSED' then received_on end), recorded_at desc, id desc);
drop index feedback_newest;
