-- Two ways to look at the list of customers read all of a million: sorted by kind, and narrowed to persons or organisations
-- where these are few.
create index customer_in_kinds on customer (kind, id);
create index customer_by_type on customer (type, updated_at, id);
