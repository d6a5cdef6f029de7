package org.kedang.walk;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Permission;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who walks through the API.
 *
 * @param reads which departments and owners the person's roles read
 * @param writes the same for writing
 * @param permissions what the roles allow
 * @param clearance 0 to 3
 * @param agreed whether a confidentiality agreement is valid today
 * @param opened ids of customers and dossiers opened singly, for reading
 * @param changeable those of them opened for changing
 */
record Walker(
        UUID id,
        String userName,
        Reach reads,
        Reach writes,
        Set<Permission> permissions,
        int clearance,
        boolean agreed,
        Set<UUID> opened,
        Set<UUID> changeable) {

    /**
     * Whose things.
     *
     * @param departments {@code null} for all
     */
    record Reach(boolean own, @Nullable Set<UUID> departments) {
        static final Reach NOTHING = new Reach(false, Set.of());
        static final Reach ALL = new Reach(true, null);

        static Reach ofOwn() {
            return new Reach(true, Set.of());
        }

        static Reach of(UUID... departments) {
            return new Reach(true, Set.of(departments));
        }
    }

    /** With one permission goes a role without rules for fields, see {@link Company}. */
    boolean seesMasksOnly() {
        return permissions.size() == 1;
    }

    boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    @Override
    public String toString() {
        return userName;
    }
}
