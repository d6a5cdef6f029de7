package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.kedang.signin.ChoosingPassword;
import org.kedang.signin.ProvingAgain;
import org.kedang.signin.SecondSteps;
import org.kedang.signin.SignInProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** One's own proofs: password age, second step, proving again. */
@RestController
class MySecurityController {
    /**
     * @param passwordEndsAt when the password must be changed; absent if passwords do not age
     * @param ways ways of a second step that are set up
     * @param secondStepOwed whether a role demands one that is not set up yet
     */
    record MySecurity(
            @Nullable Instant passwordEndsAt,
            boolean totp,
            int recoveryCodesLeft,
            List<String> ways,
            boolean secondStepOwed) {}

    record Ways(List<String> ways) {}

    /** A password or a code. */
    record Proof(
            @Nullable @Size(max = 200, message = "too-long:200") String password,
            @Nullable @Size(max = 40, message = "too-long:40") String code) {}

    record RecoveryCodeList(List<String> recoveryCodes) {}

    private final SecondSteps secondSteps;
    private final ProvingAgain provingAgain;
    private final ChoosingPassword choosingPassword;
    private final SessionDoor door;
    private final Accounts accounts;

    MySecurityController(
            SecondSteps secondSteps,
            ProvingAgain provingAgain,
            ChoosingPassword choosingPassword,
            SessionDoor door,
            Accounts accounts) {
        this.secondSteps = secondSteps;
        this.provingAgain = provingAgain;
        this.choosingPassword = choosingPassword;
        this.door = door;
        this.accounts = accounts;
    }

    @SignedIn(withoutSecondStep = true)
    @GetMapping("/api/session/security")
    MySecurity security(Actor actor) {
        Account account = accounts.find(actor.id()).orElseThrow(Problem::notFound);
        return new MySecurity(
                choosingPassword.end(actor).orElse(null),
                secondSteps.hasTotp(actor.id()),
                secondSteps.recoveryCodesLeft(actor.id()),
                secondSteps.ways(actor.id()),
                secondSteps.isOwed(account));
    }

    @SignedIn(withoutSecondStep = true)
    @GetMapping("/api/session/step-up")
    Ways waysToStepUp(Actor actor) {
        return new Ways(provingAgain.ways(actor));
    }

    @SignedIn(withoutSecondStep = true)
    @PostMapping("/api/session/step-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stepUp(@Valid @RequestBody Proof proof, Actor actor, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || AccountFilter.isByToken(request)) {
            throw Problem.of(SignInProblem.NOT_BY_TOKEN);
        }
        if (proof.code() != null) {
            provingAgain.byCode(actor, proof.code(), door.origin(request));
        } else {
            String password = proof.password() == null ? "" : proof.password();
            provingAgain.byPassword(actor, password, door.origin(request));
        }
        door.provedNow(session);
    }

    /** The secret is in this answer only. */
    @SignedIn(withoutSecondStep = true)
    @StepUp
    @PostMapping("/api/session/totp")
    ResponseEntity<SecondSteps.Enrolment> beginTotp(Actor actor) {
        return once(secondSteps.begin(actor));
    }

    @SignedIn(withoutSecondStep = true)
    @StepUp
    @PostMapping("/api/session/totp/confirmation")
    ResponseEntity<RecoveryCodeList> confirmTotp(
            @Valid @RequestBody SessionController.Code code, Actor actor) {
        return once(new RecoveryCodeList(secondSteps.confirm(actor, code.code())));
    }

    @SignedIn
    @StepUp
    @DeleteMapping("/api/session/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnTotpOff(Actor actor) {
        secondSteps.turnOff(actor);
    }

    @SignedIn
    @StepUp
    @PostMapping("/api/session/recovery-codes")
    ResponseEntity<RecoveryCodeList> renewRecoveryCodes(Actor actor) {
        return once(new RecoveryCodeList(secondSteps.renewRecoveryCodes(actor)));
    }

    private static <T> ResponseEntity<T> once(T secret) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(secret);
    }
}
