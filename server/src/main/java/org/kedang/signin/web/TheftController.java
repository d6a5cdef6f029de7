package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Anyone;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.kedang.signin.ReportingTheft;
import org.kedang.signin.SecondSteps;
import org.kedang.signin.SignInProblem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** Stolen accounts and lost telephones. */
@RestController
class TheftController {
    private final ReportingTheft reportingTheft;
    private final SecondSteps secondSteps;
    private final SessionDoor door;
    private final Directory directory;

    TheftController(
            ReportingTheft reportingTheft,
            SecondSteps secondSteps,
            SessionDoor door,
            Directory directory) {
        this.reportingTheft = reportingTheft;
        this.secondSteps = secondSteps;
        this.door = door;
        this.directory = directory;
    }

    @SignedIn(withFirstPassword = true)
    @PostMapping("/api/session/stolen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reportOwn(Actor actor) {
        reportingTheft.report(actor, actor.id());
    }

    /** From the sign-in page; the password alone is enough, because it can only close. */
    @Anyone
    @PostMapping("/api/stolen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@Valid @RequestBody SessionController.SignIn proof, HttpServletRequest request) {
        reportingTheft.report(proof.username(), proof.password(), door.origin(request));
    }

    /** In a hurry: no fresh proof is asked. */
    @Requires(Permission.PERSON_MANAGE)
    @PostMapping("/api/people/{id}/stolen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reportOther(@PathVariable UUID id, Actor actor) {
        reportingTheft.report(actor, directory.person(id).id());
    }

    /** The telephone is lost and so are the recovery codes. */
    @Requires(Permission.PERSON_MANAGE)
    @StepUp
    @DeleteMapping("/api/people/{id}/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeSecondStepAway(@PathVariable UUID id, Actor actor) {
        if (actor.id().equals(id)) {
            throw Problem.of(SignInProblem.OWN_ACCOUNT);
        }
        secondSteps.takeAway(actor, id, directory.person(id).name());
    }
}
