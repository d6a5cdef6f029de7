package org.kedang.walk;

/** Of what kind a planted thing is. */
enum Kind {
    CUSTOMER,
    DOSSIER,
    ITEM,
    FILE
}
