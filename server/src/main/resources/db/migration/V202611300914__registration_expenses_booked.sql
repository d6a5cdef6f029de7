-- A customer's timeline tells of expenses in the order in which they were booked.
create index expense_booked on expense (customer_id, booked_at desc, id desc);
