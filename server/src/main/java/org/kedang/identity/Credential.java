package org.kedang.identity;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What sign-in knows and decides about one person's account. */
public sealed interface Credential permits Person {
    UUID id();

    String userName();

    String name();

    UUID departmentId();

    String passwordHash();

    boolean isClosed();

    boolean isLocked(Instant now);

    @Nullable Instant lockedUntil();

    /**
     * Counts a wrong password; the last one allowed locks.
     *
     * @return whether the account is locked now
     */
    boolean failedSignIn(Instant now, int failuresBeforeLock, Duration lock);

    void signedIn(Instant now);

    void choosePassword(String hash);
}
