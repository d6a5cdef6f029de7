package org.kedang.customer;

import java.util.UUID;

/** What other modules need to know of a customer. */
public record CustomerSummary(
        UUID id, String number, String name, UUID ownerId, UUID departmentId) {}
