package org.kedang.kernel;

/** What a role may allow. Each endpoint needs exactly one of these, or says that it needs none. */
public enum Permission {
    CUSTOMER_READ,
    CUSTOMER_WRITE,
    ARCHIVE_READ,
    ARCHIVE_WRITE,
    AUDIT_READ,
    /** Carry the log out of the house, with its proof. */
    AUDIT_EXPORT,
    /** Open and sign review rounds, deal with alerts, adjust what raises them. */
    AUDIT_REVIEW,
    /** Watch what system and network administrators do (GB/T 39784, 4.4). */
    ADMINISTRATOR_OVERSEE,
    PERSON_MANAGE,
    ROLE_GRANT,
    GRANT_APPROVE,
    ACCESS_GRANT,
    SENSITIVE_REVEAL,
    NETWORK_MANAGE,
    DEPARTMENT_MANAGE,
    CALENDAR_MANAGE,
    /** Change how requests are decided, stop one, and decide where nobody else is left. */
    PROCESS_MANAGE,
    /** See every request, whoever it concerns. */
    APPROVAL_OVERSEE,
    /** Write the rules that grade customers, agree to those of others. */
    GRADING_MANAGE,
    /** Say what customers' data is used for, see to their requests, agree to deletions. */
    PRIVACY_MANAGE,
    /** Do what was approved: delete a customer for good. */
    CUSTOMER_ERASE,
    /** Read the register of deletions, which names nobody. */
    DELETION_READ,
    HEALTH_READ
}
