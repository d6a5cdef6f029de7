package org.kedang.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Ids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An account of one employee. */
@Entity
non-sealed class Person implements Credential {
    enum State {
        ACTIVE,
        /** Locked by an administrator, until he unlocks. */
        LOCKED,
        CLOSED
    }

    /** A service account is a program's: nobody signs in with it. */
    enum Kind {
        EMPLOYEE,
        SERVICE
    }

    @Id private UUID id;
    @Version private long version;
    private String userName;
    private String name;
    private UUID departmentId;
    private String passwordHash;
    private boolean mustChangePassword;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable UUID keeperId;
    private @Nullable String directoryId;

    @Enumerated(EnumType.ORDINAL)
    @JdbcTypeCode(SqlTypes.SMALLINT)
    private SecrecyLevel clearance;

    private @Nullable LocalDate secretUntil;
    private @Nullable Instant lockedUntil;
    private @Nullable Instant stolenAt;
    private @Nullable Instant lastSignInAt;
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private Employment employment;

    private @Nullable String mail;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Person() {}

    Person(String userName, String name, UUID departmentId, String passwordHash, Instant now) {
        this.id = Ids.next();
        this.userName = userName;
        this.name = name;
        this.departmentId = departmentId;
        this.passwordHash = passwordHash;
        this.mustChangePassword = true;
        this.state = State.ACTIVE;
        this.kind = Kind.EMPLOYEE;
        this.clearance = SecrecyLevel.INTERNAL;
        this.createdAt = now;
        this.employment = Employment.STAFF;
    }

    /** The password is kept by the company's directory. */
    void keepInDirectory(String entry) {
        directoryId = entry;
        mustChangePassword = false;
    }

    @Override
    public @Nullable String directoryId() {
        return directoryId;
    }

    /** Makes it a program's account, for which this person answers. */
    void serve(UUID keeper) {
        kind = Kind.SERVICE;
        keeperId = keeper;
        mustChangePassword = false;
    }

    @Nullable UUID keeperId() {
        return keeperId;
    }

    boolean isService() {
        return kind == Kind.SERVICE;
    }

    @Override
    public boolean isClosed() {
        return state != State.ACTIVE;
    }

    @Override
    public boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    @Override
    public boolean isStolen() {
        return stolenAt != null;
    }

    @Override
    public void lockUntil(Instant until) {
        lockedUntil = until;
    }

    @Override
    public void reportStolen(Instant now) {
        stolenAt = now;
    }

    @Override
    public void expirePassword() {
        mustChangePassword = true;
    }

    @Override
    public void signedIn(Instant now) {
        lockedUntil = null;
        lastSignInAt = now;
    }

    void unlock() {
        if (state == State.LOCKED) {
            state = State.ACTIVE;
        }
        if (directoryId != null) {
            // no new password here can end it; who unlocks has seen to the one in the directory
            stolenAt = null;
        }
        lockedUntil = null;
    }

    @Override
    public void choosePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
    }

    void givePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
        stolenAt = null;
        unlock();
    }

    void clear(SecrecyLevel level) {
        clearance = level;
    }

    @Nullable LocalDate secretUntil() {
        return secretUntil;
    }

    /** A confidentiality agreement is valid up to this day; {@code null} ends it. */
    void openSecretLevels(@Nullable LocalDate until) {
        secretUntil = until;
    }

    void close() {
        state = State.CLOSED;
    }

    void lock() {
        if (state == State.ACTIVE) {
            state = State.LOCKED;
        }
    }

    /** May act again; rights that ended with the closing stay ended. */
    void reopen() {
        state = State.ACTIVE;
    }

    boolean hasLeft() {
        return state == State.CLOSED;
    }

    void describe(String newName, Employment newEmployment, @Nullable String newMail) {
        name = newName;
        employment = newEmployment;
        mail = newMail;
    }

    void moveTo(UUID department) {
        departmentId = department;
    }

    Employment employment() {
        return employment;
    }

    @Nullable String mail() {
        return mail;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String userName() {
        return userName;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public UUID departmentId() {
        return departmentId;
    }

    @Override
    public String passwordHash() {
        return passwordHash;
    }

    SecrecyLevel clearance() {
        return clearance;
    }

    @Override
    public @Nullable Instant lockedUntil() {
        return lockedUntil;
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }
}
