package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.kedang.identity.Account;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Anyone;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.kedang.signin.PasskeyAnswer;
import org.kedang.signin.PasskeyOptions.PasskeyProof;
import org.kedang.signin.PasskeyOptions.PasskeyRegistration;
import org.kedang.signin.Passkeys;
import org.kedang.signin.ProvingAgain;
import org.kedang.signin.SignInProblem;
import org.kedang.signin.SigningIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
class PasskeyController {
    record NewPasskey(
            @PlainText(max = 60, required = true) String name,
            @Valid @NotNull(message = "required") PasskeyAnswer.Created answer) {}

    record PasskeyList(String domain, List<Passkeys.PasskeyView> items) {}

    private final Passkeys passkeys;
    private final SigningIn signingIn;
    private final ProvingAgain provingAgain;
    private final SessionDoor door;

    PasskeyController(
            Passkeys passkeys, SigningIn signingIn, ProvingAgain provingAgain, SessionDoor door) {
        this.provingAgain = provingAgain;
        this.passkeys = passkeys;
        this.signingIn = signingIn;
        this.door = door;
    }

    @SignedIn(withoutSecondStep = true)
    @GetMapping("/api/passkeys")
    PasskeyList list(Actor actor) {
        return new PasskeyList(passkeys.domain(), passkeys.list(actor));
    }

    @SignedIn(withoutSecondStep = true)
    @StepUp
    @PostMapping("/api/passkeys/ceremony")
    PasskeyRegistration beginRegistration(Actor actor) {
        return passkeys.beginRegistration(actor);
    }

    @SignedIn(withoutSecondStep = true)
    @StepUp
    @PostMapping("/api/passkeys")
    ResponseEntity<Passkeys.PasskeyView> register(
            @Valid @RequestBody NewPasskey passkey, Actor actor) {
        Passkeys.PasskeyView added = passkeys.register(actor, passkey.answer(), passkey.name());
        return ResponseEntity.created(URI.create("/api/passkeys/" + added.id())).body(added);
    }

    @SignedIn
    @StepUp
    @DeleteMapping("/api/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Actor actor) {
        passkeys.remove(actor, id);
    }

    @Anyone
    @PostMapping("/api/session/passkey/ceremony")
    PasskeyProof beginSignIn() {
        return passkeys.beginSignIn();
    }

    @Anyone
    @PostMapping("/api/session/passkey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(
            @Valid @RequestBody PasskeyAnswer.Signed answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID person = passkeys.prove(answer);
        Account account = signingIn.admit(person, "PASSKEY", door.origin(request));
        door.open(account, "PASSKEY", request, response);
    }

    /** Proves again, by one's own passkey, who one is. */
    @SignedIn(withoutSecondStep = true)
    @PostMapping("/api/session/step-up/passkey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stepUp(
            @Valid @RequestBody PasskeyAnswer.Signed answer,
            Actor actor,
            HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || AccountFilter.isByToken(request)) {
            throw Problem.of(SignInProblem.NOT_BY_TOKEN);
        }
        if (!passkeys.prove(answer).equals(actor.id())) {
            throw Problem.of(SignInProblem.PASSKEY_REFUSED);
        }
        provingAgain.byPasskey(actor);
        door.provedNow(session);
    }
}
