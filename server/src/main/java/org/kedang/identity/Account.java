package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;

import java.util.List;
import java.util.UUID;

/**
 * A person who may act, with the rights as they stand now.
 *
 * @param employee whether it is one of the company's people, not a program
 * @param post department and position in words
 * @param clearance the highest secrecy level open now: without a valid confidentiality agreement no
 *     more than {@link SecrecyLevel#INTERNAL}
 * @param stamp changes with the password; sessions that carry an older one are over
 */
public record Account(
        UUID id,
        String userName,
        String name,
        UUID departmentId,
        boolean employee,
        String post,
        SecrecyLevel clearance,
        List<HeldRole> held,
        Opened opened,
        Rights everywhere,
        boolean mustChangePassword,
        String stamp) {

    /** What counts at this address. */
    public Rights rights(@Nullable String address) {
        List<HeldRole> counting = held.stream().filter(role -> role.countsFrom(address)).toList();
        return counting.size() == held.size()
                ? everywhere
                : Rights.of(id, clearance, counting, opened);
    }

    /** Whether roles are held, but none of them counts at this address. */
    public boolean isBarredFrom(@Nullable String address) {
        return !held.isEmpty() && held.stream().noneMatch(role -> role.countsFrom(address));
    }

    public Actor actor(Actor.Connection from) {
        Rights rights = rights(from.address());
        return new Actor(
                id, userName, name, departmentId, post, rights.roles(), rights.permissions(), from);
    }
}
