package org.kedang.signin.web;

import org.kedang.identity.Account;
import org.kedang.kernel.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;

import java.util.List;

/**
 * The account behind a request; rights are read anew for each request, never kept in the session.
 */
final class SignedInAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Account account;
    private final transient Actor actor;

    SignedInAuthentication(Account account, Actor actor) {
        super(List.of());
        this.account = account;
        this.actor = actor;
        setAuthenticated(true);
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
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
