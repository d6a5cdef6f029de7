package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Anyone;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.kedang.signin.SecondSteps;
import org.kedang.signin.SignInProblem;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before every endpoint. What declares nothing is open to nobody. */
@Component
class Gate implements HandlerInterceptor {
    private static final String OURS = "org.kedang.";

    private final ProvenLately proof;
    private final SecondSteps secondSteps;

    Gate(ProvenLately proof, SecondSteps secondSteps) {
        this.proof = proof;
        this.secondSteps = secondSteps;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)
                && !method.hasMethodAnnotation(Anyone.class)) {
            check(method, who());
        }
        return true;
    }

    private static SignedInAuthentication who() {
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof SignedInAuthentication signedIn) {
            return signedIn;
        }
        throw Problem.of(KernelProblem.NOT_SIGNED_IN);
    }

    private void check(HandlerMethod method, SignedInAuthentication who) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        SignedIn signedIn = method.getMethodAnnotation(SignedIn.class);
        boolean openAtFirst = signedIn != null && signedIn.withFirstPassword();
        if (who.account().mustChangePassword() && !openAtFirst) {
            throw Problem.of(KernelProblem.PASSWORD_CHANGE_REQUIRED);
        }
        boolean openWithoutSecondStep =
                openAtFirst || (signedIn != null && signedIn.withoutSecondStep());
        if (!openWithoutSecondStep && !who.isByToken() && secondSteps.isOwed(who.account())) {
            throw Problem.of(SignInProblem.SECOND_STEP_OWED);
        }
        Actor actor = who.getPrincipal();
        if (!isAllowed(actor, requires, signedIn)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        if (method.hasMethodAnnotation(StepUp.class)) {
            proof.require(who);
        }
    }

    private static boolean isAllowed(
            Actor actor, @Nullable Requires requires, @Nullable SignedIn signedIn) {
        if (requires == null) {
            return signedIn != null;
        }
        Permission needed = requires.value();
        return actor.may(needed);
    }
}
