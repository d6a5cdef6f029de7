-- What is high goes the way of every request: people decide it in module approval. Here stands what was asked for.
alter table rights_request add column number bigint generated always as identity;
alter table rights_request add column approval_id uuid references approval_request;
create unique index rights_request_number on rights_request (number);
comment on column rights_request.number is 'how the request for approval names it';
comment on column rights_request.approval_id is 'who decides it; null for what took effect at once, and for what was decided before approvals were there';

-- nobody could decide these any more
update rights_request set state = 'WITHDRAWN', decided_at = now(),
    decision_reason = '授权改由审批统一处理，请重新提交。' where state = 'PENDING';
