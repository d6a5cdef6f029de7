package org.kedang.signin;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;

/** Somebody already signed in proves again who she is, before a dangerous act. */
@Service
public class ProvingAgain {
    private final SigningIn signingIn;
    private final SecondSteps secondSteps;
    private final Passkeys passkeys;
    private final Audit audit;

    ProvingAgain(SigningIn signingIn, SecondSteps secondSteps, Passkeys passkeys, Audit audit) {
        this.passkeys = passkeys;
        this.signingIn = signingIn;
        this.secondSteps = secondSteps;
        this.audit = audit;
    }

    public List<String> ways(Actor actor) {
        List<String> ways = new ArrayList<>(List.of("PASSWORD"));
        ways.addAll(secondSteps.ways(actor.id()));
        if (!passkeys.list(actor).isEmpty()) {
            ways.add("PASSKEY");
        }
        return ways;
    }

    /** By password; a wrong one counts as a guess. */
    public void byPassword(Actor actor, String password, Origin origin) {
        try {
            signingIn.prove(actor.userName(), password, origin);
        } catch (Problem problem) {
            throw problem.type() == SignInProblem.WRONG_CREDENTIALS
                    ? Problem.of(SignInProblem.PASSWORD_WRONG)
                    : problem;
        }
        audit.recordRead(about(actor).reason("PASSWORD"));
    }

    /** By a code of the second step; a wrong one counts as a guess. */
    public void byCode(Actor actor, String code, Origin origin) {
        signingIn.proveByCode(actor.id(), code, origin);
        audit.recordRead(about(actor).reason("CODE"));
    }

    /** Notes that a passkey proved it. */
    public void byPasskey(Actor actor) {
        audit.recordRead(about(actor).reason("PASSKEY"));
    }

    private static Entry about(Actor actor) {
        return Entry.of(actor, SignInAct.STEPPED_UP).subject("person", actor.id(), actor.name());
    }
}
