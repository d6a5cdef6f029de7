package org.kedang.identity;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A part of the organisation.
 *
 * @param code short code that archival numbers carry, one to eight capital letters or digits
 * @param parentId the department above; {@code null} at the top
 * @param closed whether it takes nothing new any more
 */
public record Department(
        UUID id, String code, String name, @Nullable UUID parentId, boolean closed) {}
