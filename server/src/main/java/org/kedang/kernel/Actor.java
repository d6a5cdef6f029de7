package org.kedang.kernel;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The person on whose behalf something happens, and from where.
 *
 * @param id the person's id
 * @param userName the name used to sign in
 * @param name the name to show
 * @param departmentId the department the person belongs to
 * @param permissions what the person's roles allow
 * @param address the network address the request came from; {@code null} for work inside the system
 * @param session an opaque mark of the session or token; {@code null} for work inside the system
 */
public record Actor(
        UUID id,
        String userName,
        String name,
        UUID departmentId,
        Set<Permission> permissions,
        @Nullable String address,
        @Nullable String session) {

    /** The system itself: clocks, recovery, first loading. */
    public static final Actor SYSTEM =
            new Actor(new UUID(0, 0), "system", "系统", new UUID(0, 0), Set.of(), null, null);

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The same person with no more than these permissions: a token's scopes. */
    public Actor within(Set<Permission> scopes) {
        Set<Permission> both = new HashSet<>(permissions);
        both.retainAll(scopes);
        return new Actor(id, userName, name, departmentId, Set.copyOf(both), address, session);
    }
}
