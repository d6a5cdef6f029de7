package org.kedang.kernel;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The person on whose behalf something happens, in which capacity, and from where.
 *
 * @param id the person's id
 * @param userName the name used to sign in
 * @param name the name to show
 * @param departmentId the department the person belongs to
 * @param post department and position in words, as they are now; {@code null} for nobody known
 * @param roles codes of the roles that count at this moment and place
 * @param permissions what the person's roles allow
 * @param connection where the request came from
 */
public record Actor(
        UUID id,
        String userName,
        String name,
        UUID departmentId,
        @Nullable String post,
        List<String> roles,
        Set<Permission> permissions,
        Connection connection) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** The system itself: clocks, recovery, first loading. */
    public static final Actor SYSTEM = named(NOBODY, "system", "系统", NOBODY, Connection.INSIDE);

    /**
     * Where a request came from.
     *
     * @param address the network address
     * @param session an opaque mark of the session or token
     * @param device browser and system in a few words
     */
    public record Connection(
            @Nullable String address, @Nullable String session, @Nullable String device) {
        /** Work inside the system. */
        public static final Connection INSIDE = new Connection(null, null, null);
    }

    /** Somebody who has not proved who she is, or needs no rights. */
    public static Actor named(
            UUID id, String userName, String name, UUID departmentId, Connection connection) {
        return new Actor(id, userName, name, departmentId, null, List.of(), Set.of(), connection);
    }

    /** Somebody who is no person here: a name typed by a stranger. */
    public static Actor stranger(String userName, Connection connection) {
        return named(NOBODY, userName, "", NOBODY, connection);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public @Nullable String address() {
        return connection.address();
    }

    public @Nullable String session() {
        return connection.session();
    }

    /** The same person with no more than these permissions: a token's scopes. */
    public Actor within(Set<Permission> scopes) {
        Set<Permission> both = new HashSet<>(permissions);
        both.retainAll(scopes);
        return new Actor(
                id, userName, name, departmentId, post, roles, Set.copyOf(both), connection);
    }
}
