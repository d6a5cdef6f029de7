package org.kedang.kernel;

/** What a role may allow. Each endpoint needs exactly one of these, or says that it needs none. */
public enum Permission {
    CUSTOMER_READ,
    CUSTOMER_WRITE,
    ARCHIVE_READ,
    ARCHIVE_WRITE,
    AUDIT_READ,
    PERSON_MANAGE,
    ROLE_GRANT,
    GRANT_APPROVE,
    ACCESS_GRANT,
    SENSITIVE_REVEAL,
    NETWORK_MANAGE,
    DEPARTMENT_MANAGE,
    HEALTH_READ
}
