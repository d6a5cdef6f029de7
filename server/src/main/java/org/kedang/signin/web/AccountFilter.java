package org.kedang.signin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.kernel.Permission;
import org.kedang.signin.Tokens;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds out who sent a request: by bearer token, else by session. */
final class AccountFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final Tokens tokens;
    private final ClientAddress addresses;

    AccountFilter(Accounts accounts, Tokens tokens, ClientAddress addresses) {
        this.addresses = addresses;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** Whether the request speaks by token; then no cookie counts and no CSRF token is needed. */
    static boolean isByToken(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        find(request).ifPresent(AccountFilter::establish);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void establish(SignedInAuthentication who) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
    }

    private Optional<SignedInAuthentication> find(HttpServletRequest request) {
        String address = addresses.of(request);
        if (isByToken(request)) {
            String token = request.getHeader("Authorization").substring(BEARER.length()).strip();
            return tokens.find(token)
                    .flatMap(
                            bearer ->
                                    accounts.find(bearer.person())
                                            .map(a -> byToken(a, bearer.scopes(), address)));
        }
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(SessionKeys.PERSON) instanceof String person)) {
            return Optional.empty();
        }
        Object stamp = session.getAttribute(SessionKeys.STAMP);
        return accounts.find(UUID.fromString(person))
                .filter(account -> account.stamp().equals(stamp))
                .map(account -> of(account, address, session));
    }

    private static SignedInAuthentication byToken(
            Account account, Set<Permission> scopes, @Nullable String address) {
        return SignedInAuthentication.byToken(
                account, account.actor(address, "token").within(scopes));
    }

    private static SignedInAuthentication of(
            Account account, @Nullable String address, HttpSession session) {
        String mark = Integer.toHexString(session.getId().hashCode());
        Instant provedAt =
                session.getAttribute(SessionKeys.PROVED_AT) instanceof Long millis
                        ? Instant.ofEpochMilli(millis)
                        : null;
        return SignedInAuthentication.bySession(account, account.actor(address, mark), provedAt);
    }
}
