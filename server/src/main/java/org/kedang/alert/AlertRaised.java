package org.kedang.alert;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A rule has found something unusual; published in the transaction that keeps the alert, once for
 * each alert, not again while it grows.
 *
 * @param person whom it is about; {@code null} if only an address is known
 */
public record AlertRaised(UUID alert, RuleKind kind, @Nullable UUID person) {}
