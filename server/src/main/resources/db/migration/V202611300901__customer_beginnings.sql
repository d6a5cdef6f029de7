-- A region stands for all below it, an industry for its divisions: what codes begin with can be asked only of indexes that
-- compare characters one by one, else a rare region is looked for among all customers.
drop index customer_by_region;
drop index customer_by_industry;
create index customer_by_region on customer (region_code text_pattern_ops, updated_at, id);
create index customer_by_industry on customer (industry_code text_pattern_ops, updated_at, id);
