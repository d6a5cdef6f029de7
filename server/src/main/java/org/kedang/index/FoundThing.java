package org.kedang.index;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.SecrecyLevel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A found thing as its module shows it.
 *
 * @param texts field → values in which the typed words may stand, the title's field first
 * @param runningText gives the full text of a file, or {@code null}; asked only when it is shown
 */
public record FoundThing(
        UUID id,
        String title,
        @Nullable String number,
        @Nullable UUID customerId,
        @Nullable String customerName,
        @Nullable UUID dossierId,
        @Nullable String dossierTitle,
        @Nullable UUID itemId,
        @Nullable String itemTitle,
        @Nullable SecrecyLevel secrecy,
        @Nullable LocalDate date,
        Map<String, List<String>> texts,
        Supplier<@Nullable String> runningText) {}
