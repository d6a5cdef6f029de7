package org.kedang.identity;

import org.kedang.kernel.Permission;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a duty allows, and whose things it reaches.
 *
 * @param departments what scope {@link Scope#CHOSEN} reaches
 * @param administrator whether it is one of the separated offices
 * @param high whether a grant needs a second person
 * @param networks CIDR blocks from which it counts; empty is from anywhere
 */
public record Role(
        String code,
        String zh,
        String en,
        Set<Permission> permissions,
        Scope scope,
        Set<UUID> departments,
        boolean administrator,
        boolean high,
        List<String> networks,
        boolean retired) {}
