-- Who looks over what was opened singly is told why it was ended, without asking the log.
alter table explicit_grant add column end_reason text;
