package org.kedang.access;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One round of confirming all grants.
 *
 * @param period such as {@code 2026-Q4}
 * @param dueOn last day; what is open afterwards is suspended
 * @param settled lines with a decision or whose grant ended by itself
 */
public record AccessReview(
        UUID id,
        String period,
        Instant startedAt,
        LocalDate dueOn,
        @Nullable Instant closedAt,
        long lines,
        long settled,
        long confirmed,
        long revoked,
        long overdue) {}
