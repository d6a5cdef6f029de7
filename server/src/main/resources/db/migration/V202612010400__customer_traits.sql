-- Customers are classified by size, nature, source and years of cooperation as well; each is a filter of the list.
-- Where nothing is said, nothing is kept.
create index customer_by_size on customer (size, updated_at, id) where size is not null;
create index customer_by_nature on customer (nature, updated_at, id) where nature is not null;
create index customer_by_source on customer (source, updated_at, id) where source is not null;
create index customer_by_cooperation on customer (cooperating_since, id) where cooperating_since is not null;
