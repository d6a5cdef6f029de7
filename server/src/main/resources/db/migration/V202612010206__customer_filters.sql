-- Who narrows the list by several things wants to know how many there are: read from one index where a region or an
-- industry is given, and from the index of days where these are, in any order of last change.
create index customer_by_region_and_kind on customer (region_code text_pattern_ops, updated_at, id) include (kind, grade, type);
drop index customer_by_region;
alter index customer_by_region_and_kind rename to customer_by_region;
create index customer_by_industry_and_kind on customer (industry_code text_pattern_ops, updated_at, id) include (kind, grade, type);
drop index customer_by_industry;
alter index customer_by_industry_and_kind rename to customer_by_industry;
create index customer_by_creation_and_change on customer (created_at, id, updated_at);
drop index customer_by_creation;
alter index customer_by_creation_and_change rename to customer_by_creation;
