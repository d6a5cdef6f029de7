-- Field rules that allow more wait for a second person as well.
alter table rights_request
    drop constraint rights_request_kind_check,
    add constraint rights_request_kind_known
        check (kind in ('ROLE', 'POST', 'CLEARANCE', 'END', 'ROLE_DEFINITION', 'FIELD_RULE'));
