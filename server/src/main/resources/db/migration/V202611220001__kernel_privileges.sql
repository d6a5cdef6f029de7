-- The application's user works with rows only: tables belong to the owner who migrates, and what
-- the application may do with a table is decided here and in that table's own migration.
alter default privileges in schema public grant select, insert, update, delete on tables to kedang_app;
alter default privileges in schema public grant usage, select on sequences to kedang_app;
grant usage on schema public to kedang_app;
revoke create on schema public from public;
