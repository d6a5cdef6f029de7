package org.kedang.customer;

import java.util.UUID;

/** A customer was deleted for good. */
public record CustomerDeleted(UUID id) {}
