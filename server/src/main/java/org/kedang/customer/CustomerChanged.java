package org.kedang.customer;

import java.util.UUID;

/** A customer's record was changed; name, owner and department are those from now on. */
public record CustomerChanged(UUID id, String name, UUID ownerId, UUID departmentId) {}
