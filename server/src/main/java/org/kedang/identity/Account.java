package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A signed-in person's rights as they stand now.
 *
 * @param stamp changes with the password; sessions that carry an older one are over
 */
public record Account(
        UUID id,
        String userName,
        String name,
        UUID departmentId,
        List<String> roles,
        Set<Permission> permissions,
        Visibility visibility,
        boolean mustChangePassword,
        String stamp) {

    public Actor actor(@Nullable String address, @Nullable String session) {
        return new Actor(id, userName, name, departmentId, permissions, address, session);
    }
}
