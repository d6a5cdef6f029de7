-- All requests, the newest first, and figures of those of some weeks.
create index approval_request_newest on approval_request (submitted_at desc, id desc);
