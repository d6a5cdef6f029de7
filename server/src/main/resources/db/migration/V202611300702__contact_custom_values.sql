-- Values of the fields that a company adds to contacts.
alter table contact add column more jsonb not null default '{}' check (jsonb_typeof(more) = 'object');
comment on column contact.more is 'custom fields by name, as module customfield checks them';
