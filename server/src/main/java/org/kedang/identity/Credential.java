package org.kedang.identity;

import org.jspecify.annotations.Nullable;

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

    /** The entry in the company's directory that keeps the password, so that none here counts. */
    @Nullable String directoryId();

    boolean isLocked(Instant now);

    @Nullable Instant lockedUntil();

    /** Whether the owner or a second person reported it stolen; only a new password ends that. */
    boolean isStolen();

    Instant createdAt();

    void lockUntil(Instant until);

    void reportStolen(Instant now);

    /** The password must be changed at the next sign-in. */
    void expirePassword();

    void signedIn(Instant now);

    void choosePassword(String hash);
}
