package org.kedang.access.web;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.identity.Role;
import org.kedang.identity.RoleHolders;
import org.kedang.identity.Roles;
import org.kedang.identity.Scope;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Roles as they are defined; changing one is a rights request. */
@RestController
class RoleController {
    @Schema(name = "RoleDefinition")
    record DefinedRole(
            String code,
            String zh,
            String en,
            List<Permission> permissions,
            Scope scope,
            Set<UUID> departments,
            boolean administrator,
            boolean high,
            List<String> networks,
            boolean retired,
            long holders) {}

    record DefinedRoleList(List<DefinedRole> items) {}

    record HolderList(List<RoleHolders.Holder> items) {}

    private final Roles roles;
    private final RoleHolders holders;

    RoleController(Roles roles, RoleHolders holders) {
        this.roles = roles;
        this.holders = holders;
    }

    /** All roles, the retired ones at the end. */
    @Requires(Permission.ROLE_GRANT)
    @GetMapping("/api/role-definitions")
    DefinedRoleList list() {
        Map<String, Long> counts = holders.countAll();
        return new DefinedRoleList(
                roles.listAll().stream()
                        .map(role -> defined(role, counts.getOrDefault(role.code(), 0L)))
                        .toList());
    }

    /** Who holds the role, at most 200. */
    @Requires(Permission.ROLE_GRANT)
    @GetMapping("/api/role-definitions/{code}/holders")
    HolderList holders(@PathVariable String code) {
        return new HolderList(holders.list(code));
    }

    private static DefinedRole defined(Role role, long holders) {
        return new DefinedRole(
                role.code(),
                role.zh(),
                role.en(),
                role.permissions().stream().sorted().toList(),
                role.scope(),
                role.departments(),
                role.administrator(),
                role.high(),
                role.networks(),
                role.retired(),
                holders);
    }
}
