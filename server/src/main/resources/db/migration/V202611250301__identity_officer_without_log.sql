-- The security officer grants rights and watches system and network administrators (ADMINISTRATOR_OVERSEE); she is not
-- the auditor and has no business in everybody's log. GB/T 39784 table 4 asks no more of her (T4-9, T4-10), and T4-5
-- wants security and audit duties apart.
delete from role_permission where role = 'SECURITY_OFFICER' and permission = 'AUDIT_READ';
