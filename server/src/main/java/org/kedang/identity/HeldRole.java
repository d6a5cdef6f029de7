package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Permission;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A role as one person holds it.
 *
 * @param departments what its scope reaches, counted from the department it is held at
 * @param networks from where it counts; empty is from anywhere
 * @param fields what it allows with sensitive fields
 */
record HeldRole(
        String code,
        boolean administrator,
        Set<Permission> permissions,
        Scope scope,
        Set<UUID> departments,
        List<IpAddressMatcher> networks,
        FieldRights fields) {

    /** An unknown address is outside every network. */
    boolean countsFrom(@Nullable String address) {
        return networks.isEmpty()
                || (address != null
                        && networks.stream().anyMatch(network -> network.matches(address)));
    }

    Visibility reach(UUID person, SecrecyLevel clearance, FieldRights united) {
        return new Visibility(
                person,
                scope != Scope.NONE,
                scope == Scope.ALL,
                departments,
                clearance,
                Set.of(),
                Set.of(),
                united);
    }
}
