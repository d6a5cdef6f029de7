package org.kedang.identity;

import org.kedang.kernel.Permission;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a person's roles allow together.
 *
 * @param roles codes of the roles that count
 * @param permissions all that any of them allows
 */
public record Rights(
        UUID person,
        List<String> roles,
        Set<Permission> permissions,
        Map<Permission, Visibility> visibilities) {

    /**
     * Unites roles permission by permission: one that reads everything and one that changes its own
     * never add up to changing everything.
     *
     * @param opened what was opened singly, for reading and for changing
     */
    static Rights of(UUID person, SecrecyLevel clearance, List<HeldRole> held, Opened opened) {
        Map<Permission, Visibility> visibilities = new EnumMap<>(Permission.class);
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        FieldRights fields = fields(held);
        for (HeldRole role : held) {
            permissions.addAll(role.permissions());
            role.permissions()
                    .forEach(
                            permission ->
                                    visibilities.merge(
                                            permission,
                                            opened.with(
                                                    role.reach(person, clearance, fields),
                                                    permission),
                                            Visibility::or));
        }
        return new Rights(
                person,
                held.stream().map(HeldRole::code).distinct().toList(),
                Set.copyOf(permissions),
                Map.copyOf(visibilities));
    }

    /** The best of the roles that show customers at all. */
    private static FieldRights fields(List<HeldRole> held) {
        return held.stream()
                .filter(role -> role.permissions().contains(Permission.CUSTOMER_READ))
                .map(HeldRole::fields)
                .reduce(FieldRights.NONE, FieldRights::or);
    }

    Visibility visibility(Permission permission) {
        return visibilities.getOrDefault(permission, Visibility.nothing(person));
    }
}
