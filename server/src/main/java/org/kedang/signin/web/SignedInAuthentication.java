package org.kedang.signin.web;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Account;
import org.kedang.kernel.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;

import java.time.Instant;
import java.util.List;

/**
 * The account behind a request; rights are read anew for each request, never kept in the session.
 */
final class SignedInAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Account account;
    private final transient Actor actor;
    private final boolean byToken;
    private final @Nullable Instant provedAt;

    private SignedInAuthentication(
            Account account, Actor actor, boolean byToken, @Nullable Instant provedAt) {
        super(List.of());
        this.account = account;
        this.actor = actor;
        this.byToken = byToken;
        this.provedAt = provedAt;
        setAuthenticated(true);
    }

    static SignedInAuthentication byToken(Account account, Actor actor) {
        return new SignedInAuthentication(account, actor, true, null);
    }

    /**
     * @param provedAt when the person last proved who she is
     */
    static SignedInAuthentication bySession(
            Account account, Actor actor, @Nullable Instant provedAt) {
        return new SignedInAuthentication(account, actor, false, provedAt);
    }

    boolean isByToken() {
        return byToken;
    }

    boolean hasProvedSince(Instant earliest) {
        return provedAt != null && !provedAt.isBefore(earliest);
    }

    Account account() {
        return account;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.userName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
