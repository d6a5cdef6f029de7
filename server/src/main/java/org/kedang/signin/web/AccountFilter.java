package org.kedang.signin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.kernel.Actor;
import org.kedang.signin.Origin;
import org.kedang.signin.Tokens;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds out who sent a request: by bearer token, else by session. */
final class AccountFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final Tokens tokens;
    private final SessionDoor door;

    AccountFilter(Accounts accounts, Tokens tokens, SessionDoor door) {
        this.door = door;
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
        Origin origin = door.origin(request);
        if (isByToken(request)) {
            String token = request.getHeader("Authorization").substring(BEARER.length()).strip();
            return tokens.find(token)
                    .flatMap(
                            bearer ->
                                    accounts.find(bearer.person())
                                            .map(a -> byToken(a, bearer, origin)));
        }
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(SessionKeys.PERSON) instanceof String person)) {
            return Optional.empty();
        }
        Object stamp = session.getAttribute(SessionKeys.STAMP);
        return accounts.find(UUID.fromString(person))
                .filter(account -> account.stamp().equals(stamp))
                .map(account -> of(account, origin, session));
    }

    private static SignedInAuthentication byToken(
            Account account, Tokens.Bearer bearer, Origin origin) {
        Actor.Connection from = origin.connection("token " + bearer.token());
        return SignedInAuthentication.byToken(account, account.actor(from).within(bearer.scopes()));
    }

    private static SignedInAuthentication of(Account account, Origin origin, HttpSession session) {
        String mark = Integer.toHexString(session.getId().hashCode());
        Instant provedAt =
                session.getAttribute(SessionKeys.PROVED_AT) instanceof Long millis
                        ? Instant.ofEpochMilli(millis)
                        : null;
        return SignedInAuthentication.bySession(
                account, account.actor(origin.connection(mark)), provedAt);
    }
}
