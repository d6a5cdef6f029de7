package org.kedang.signin.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Account;
import org.kedang.kernel.Problem;
import org.kedang.signin.Origin;
import org.kedang.signin.Sessions;
import org.kedang.signin.SignInProblem;
import org.kedang.signin.SignInSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Opens sessions for people who have proved who they are, and marks the browser as known. */
@Component
class SessionDoor {
    private static final String DEVICE_COOKIE = "KEDANG_DEVICE";
    private static final int DEVICE_BYTES = 32;
    private static final int AGENT_LENGTH = 300;

    private final Sessions sessions;
    private final ClientAddress addresses;
    private final SignInSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SessionDoor(Sessions sessions, ClientAddress addresses, SignInSettings settings, Clock clock) {
        this.sessions = sessions;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
    }

    Origin origin(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        String shortened =
                agent == null ? "" : agent.substring(0, Math.min(AGENT_LENGTH, agent.length()));
        return new Origin(addresses.of(request), device(request), shortened);
    }

    private static @Nullable String device(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(DEVICE_COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> value.length() >= DEVICE_BYTES && value.length() < 100)
                        .findFirst()
                        .orElse(null);
    }

    /** A new session in place of any other this browser had. */
    void open(
            Account account, String way, HttpServletRequest request, HttpServletResponse response) {
        Origin origin = origin(request);
        HttpSession session = fresh(request);
        remember(account, session);
        String device = origin.device() == null ? newDevice() : origin.device();
        sessions.opened(account.id(), session.getId(), device, way, origin);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(device, request.isSecure()));
    }

    private static HttpSession fresh(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        return request.getSession(true);
    }

    private String newDevice() {
        byte[] bytes = new byte[DEVICE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String cookie(String device, boolean secure) {
        return ResponseCookie.from(DEVICE_COOKIE, device)
                .path("/api")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .maxAge(settings.deviceLifetime())
                .build()
                .toString();
    }

    /** The session carries the password's stamp of this moment; it was proved right now. */
    void remember(Account account, HttpSession session) {
        session.setAttribute(SessionKeys.PERSON, account.id().toString());
        session.setAttribute(SessionKeys.STAMP, account.stamp());
        provedNow(session);
    }

    void provedNow(HttpSession session) {
        session.setAttribute(SessionKeys.PROVED_AT, clock.millis());
    }

    /** A session that opens nothing but the second step. */
    void openHalf(UUID person, HttpServletRequest request) {
        HttpSession session = fresh(request);
        session.setAttribute(SessionKeys.HALF_WAY, person.toString());
        session.setAttribute(SessionKeys.HALF_WAY_SINCE, clock.millis());
        session.setMaxInactiveInterval((int) settings.halfWay().toSeconds());
    }

    /** Who is half way in, or a {@code second-step-over} problem. */
    UUID halfWay(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Instant earliest = clock.instant().minus(settings.halfWay());
        if (session == null
                || !(session.getAttribute(SessionKeys.HALF_WAY) instanceof String person)
                || !(session.getAttribute(SessionKeys.HALF_WAY_SINCE) instanceof Long since)
                || Instant.ofEpochMilli(since).isBefore(earliest)) {
            throw Problem.of(SignInProblem.SECOND_STEP_OVER);
        }
        return UUID.fromString(person);
    }

    /** The session's id, empty for a request by token. */
    static String current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }
}
