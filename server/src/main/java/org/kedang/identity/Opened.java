package org.kedang.identity;

import org.kedang.kernel.Permission;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Customers and dossiers opened to a person singly, and those of them that may be changed. */
record Opened(
        Set<UUID> customers,
        Set<UUID> dossiers,
        Set<UUID> changeableCustomers,
        Set<UUID> changeableDossiers) {
    private static final Set<Permission> READING =
            EnumSet.of(
                    Permission.CUSTOMER_READ, Permission.ARCHIVE_READ, Permission.SENSITIVE_REVEAL);
    private static final Set<Permission> CHANGING =
            EnumSet.of(Permission.CUSTOMER_WRITE, Permission.ARCHIVE_WRITE);

    Visibility with(Visibility reach, Permission permission) {
        if (READING.contains(permission)) {
            return opened(reach, customers, dossiers);
        }
        return CHANGING.contains(permission)
                ? opened(reach, changeableCustomers, changeableDossiers)
                : reach;
    }

    private static Visibility opened(Visibility v, Set<UUID> customers, Set<UUID> dossiers) {
        return new Visibility(
                v.person(),
                v.own(),
                v.everything(),
                v.departments(),
                v.clearance(),
                customers,
                dossiers,
                v.fields());
    }
}
