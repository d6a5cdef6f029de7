package org.kedang.identity;

/** Whose customers and archives a role reaches. Several roles unite: the widest counts. */
enum Scope {
    NONE,
    OWN,
    DEPARTMENT,
    DEPARTMENT_AND_BELOW,
    ALL
}
