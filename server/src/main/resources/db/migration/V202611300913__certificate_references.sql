-- Whoever deletes a certificate or a scan makes the database look for what refers to it: without these it reads all certificates.
create index certificate_replaced on certificate (replaced_by) where replaced_by is not null;
create index certificate_content on certificate (content_id) where content_id is not null;
