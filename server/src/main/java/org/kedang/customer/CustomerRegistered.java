package org.kedang.customer;

import java.util.UUID;

/** A customer was registered. */
public record CustomerRegistered(UUID id) {}
