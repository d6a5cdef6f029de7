package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;

/**
 * What rules see of an event: who, when, from where, which deed on which thing; nothing of what the
 * thing holds.
 *
 * @param index the event's place in the sealed log
 * @param person {@code null} for the system itself and for names that nobody has
 * @param roles codes of the roles that were in force
 */
record Happening(
        long index,
        Instant at,
        @Nullable UUID person,
        String name,
        Set<String> roles,
        @Nullable String address,
        @Nullable String device,
        String act,
        boolean refused,
        @Nullable UUID subject) {

    long millis() {
        return at.toEpochMilli();
    }

    LocalDateTime local() {
        return LocalDateTime.ofInstant(at, ChinaTime.ZONE);
    }

    /** The person's key if the deed was done, otherwise {@code null}. */
    @Nullable String doer() {
        return refused || person == null ? null : person.toString();
    }
}
