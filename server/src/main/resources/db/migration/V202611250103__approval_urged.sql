-- Whoever is asked sees that somebody is waiting: urged by the requester, or reminded by the clock.
alter table approval_task add column urged_at timestamptz;
