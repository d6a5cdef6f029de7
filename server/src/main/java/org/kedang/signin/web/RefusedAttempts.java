package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.AuditedSubjects;
import org.kedang.audit.Entry;
import org.kedang.audit.KeptRefusals;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.kernel.ProblemType;
import org.kedang.kernel.web.RefusalWitness;
import org.kedang.signin.Origin;
import org.kedang.signin.SignInAct;
import org.kedang.signin.SignInProblem;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps every attempt that was refused (GB/T 39784-2021, table 36, item 6): what is forbidden, what
 * exists and must not be seen, wrong page tokens, refused access tokens.
 *
 * <p>A thing that is not there is kept as well, and looked up in the same way: else the time of the
 * answer would tell it from one that must not be seen.
 */
@Component
class RefusedAttempts implements RefusalWitness {
    private static final Set<ProblemType> PROOF_OWED =
            Set.of(
                    SignInProblem.STEP_UP_REQUIRED,
                    SignInProblem.SECOND_STEP_OWED,
                    KernelProblem.PASSWORD_CHANGE_REQUIRED);

    /** So that nobody makes one request into a thousand look-ups. */
    private static final int MOST_IDS = 4;

    private final Audit audit;
    private final List<AuditedSubjects> subjects;
    private final SessionDoor door;
    private final StrangersLimit limit;

    RefusedAttempts(
            Audit audit, List<AuditedSubjects> subjects, SessionDoor door, StrangersLimit limit) {
        this.audit = audit;
        this.subjects = subjects;
        this.door = door;
        this.limit = limit;
    }

    @Override
    public void witness(HttpServletRequest request, Problem problem) {
        if (KeptRefusals.isNoted()) {
            return;
        }
        Actor actor = who();
        if (actor != null) {
            keep(request, problem, actor);
        } else {
            keepStranger(request, problem.type());
        }
    }

    private static @Nullable Actor who() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Actor actor ? actor : null;
    }

    private void keep(HttpServletRequest request, Problem problem, Actor actor) {
        ProblemType type = problem.type();
        boolean missing = type.status() == 404 && isOfOurs(request);
        if (type.status() != 403 && !missing) {
            return;
        }
        Optional<AuditedSubjects.Subject> subject =
                ids(request).flatMap(this::find).toList().stream().findFirst();
        Entry entry = Entry.of(actor, act(type, missing && subject.isEmpty()));
        subject.ifPresent(thing -> about(entry, thing));
        audit.recordRead(entry.reason(reason(request, type)).refused());
    }

    private static SignInAct act(ProblemType type, boolean missing) {
        if (type == KernelProblem.CSRF_TOKEN_INVALID) {
            return SignInAct.PAGE_REFUSED;
        }
        if (PROOF_OWED.contains(type)) {
            return SignInAct.PROOF_OWED;
        }
        return missing ? SignInAct.MISSING : SignInAct.NOT_PERMITTED;
    }

    /** Without the title: who reads of the attempt need not be somebody who may see the thing. */
    private static void about(Entry entry, AuditedSubjects.Subject thing) {
        entry.subject(thing.type(), thing.id(), null).customer(thing.customer());
        if (thing.parent() != null) {
            entry.within(thing.parent());
        }
    }

    /** Asks everywhere, so that what is found costs no less than what is not. */
    private Stream<AuditedSubjects.Subject> find(UUID id) {
        return subjects.stream().flatMap(some -> some.find(id).stream());
    }

    /** Strangers can ask without end; of one address only so much is kept. */
    private void keepStranger(HttpServletRequest request, ProblemType type) {
        SignInAct act =
                type == KernelProblem.CSRF_TOKEN_INVALID
                        ? SignInAct.PAGE_REFUSED
                        : type == SignInProblem.TOO_MANY_ATTEMPTS
                                ? SignInAct.ATTEMPTS_REFUSED
                                : SignInAct.TOKEN_REFUSED;
        boolean badToken = type == KernelProblem.NOT_SIGNED_IN && AccountFilter.isByToken(request);
        Origin origin = door.origin(request);
        if ((act != SignInAct.TOKEN_REFUSED || badToken) && limit.allows(origin.address())) {
            Actor nobody = Actor.stranger("", origin.connection(null));
            audit.recordRead(Entry.of(nobody, act).reason(reason(request, type)).refused());
        }
    }

    private static boolean isOfOurs(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                instanceof HandlerMethod;
    }

    /** Why and at what; a query's words may be anything and are left out. */
    private static String reason(HttpServletRequest request, ProblemType type) {
        return type.slug() + " " + request.getMethod() + " " + request.getRequestURI();
    }

    /** All ids that the address names, in its path before its query. */
    private static Stream<UUID> ids(HttpServletRequest request) {
        Stream<String> path =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        ? variables.values().stream().map(String::valueOf)
                        : Arrays.stream(request.getRequestURI().split("/"));
        Stream<String> query =
                "GET".equals(request.getMethod())
                        ? request.getParameterMap().values().stream().flatMap(Arrays::stream)
                        : Stream.empty();
        return Stream.concat(path, query).flatMap(text -> id(text).stream()).limit(MOST_IDS);
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
