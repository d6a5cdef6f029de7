-- Whoever deletes a content makes the database look for agreements that refer to it.
create index agreement_content on agreement (content_id) where content_id is not null;
