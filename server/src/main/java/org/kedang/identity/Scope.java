package org.kedang.identity;

/** Whose customers and archives a role reaches, counted from the department of its grant. */
public enum Scope {
    /** Nobody's; what was granted singly excepted. */
    NONE,
    OWN,
    DEPARTMENT,
    DEPARTMENT_AND_BELOW,
    /** The departments that the role names. */
    CHOSEN,
    ALL
}
