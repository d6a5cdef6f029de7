package org.kedang.signin.web;

import org.kedang.kernel.FreshProof;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.signin.SignInProblem;
import org.kedang.signin.SignInSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import java.time.Clock;

/** Whether whoever calls proved who she is within the last minutes. */
@Component
class ProvenLately implements FreshProof {
    private final SignInSettings settings;
    private final Clock clock;

    ProvenLately(SignInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void require() {
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof SignedInAuthentication who) {
            require(who);
        } else {
            throw Problem.of(KernelProblem.NOT_SIGNED_IN);
        }
    }

    void require(SignedInAuthentication who) {
        if (who.isByToken()) {
            throw Problem.of(SignInProblem.NOT_BY_TOKEN);
        }
        if (!who.hasProvedSince(clock.instant().minus(settings.stepUp()))) {
            throw Problem.of(SignInProblem.STEP_UP_REQUIRED, settings.stepUp().toMinutes());
        }
    }
}
