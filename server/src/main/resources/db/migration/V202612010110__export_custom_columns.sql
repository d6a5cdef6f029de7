-- Files of customers can hold what a company keeps in fields of its own; which of them, by the fields' names.
alter table customer_export add column more text[] not null default '{}';
