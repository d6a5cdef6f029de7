package org.kedang.search;

/** Kinds of things that the one box finds. */
public enum HitType {
    CUSTOMER,
    DOSSIER,
    ITEM,
    FILE
}
