package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.identity.Directory;
import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Anyone;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SignedIn;
import org.kedang.signin.SigningIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
class SessionController {
    record SignIn(
            @NotNull(message = "required") @Size(max = 60, message = "too-long:60") String username,
            @NotNull(message = "required") @Size(max = 200, message = "too-long:200")
                    String password) {}

    record PasswordChoice(
            @NotNull(message = "required") @Size(max = 200, message = "too-long:200")
                    String current,
            @NotNull(message = "required") @Size(max = 200, message = "too-long:200")
                    String replacement) {}

    record SessionPerson(
            UUID id,
            String userName,
            String name,
            UUID departmentId,
            String departmentName,
            SecrecyLevel clearance,
            List<String> roles,
            List<Permission> permissions) {}

    record Session(SessionPerson person, boolean mustChangePassword, boolean demo) {}

    private final SigningIn signingIn;
    private final Accounts accounts;
    private final Directory directory;
    private final boolean demo;

    SessionController(
            SigningIn signingIn,
            Accounts accounts,
            Directory directory,
            @Value("${kedang.demo:false}") boolean demo) {
        this.signingIn = signingIn;
        this.accounts = accounts;
        this.directory = directory;
        this.demo = demo;
    }

    @Anyone
    @PostMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@Valid @RequestBody SignIn signIn, HttpServletRequest request) {
        Account account =
                signingIn.signIn(signIn.username(), signIn.password(), request.getRemoteAddr());
        OpenSession.open(account, request);
    }

    @SignedIn(withFirstPassword = true)
    @GetMapping("/api/session")
    Session whoAmI(Actor actor) {
        Account account = account(actor);
        SessionPerson person =
                new SessionPerson(
                        account.id(),
                        account.userName(),
                        account.name(),
                        account.departmentId(),
                        directory.departmentName(account.departmentId()),
                        account.clearance(),
                        account.rights(actor.address()).roles(),
                        actor.permissions().stream().sorted().toList());
        return new Session(person, account.mustChangePassword(), demo);
    }

    private Account account(Actor actor) {
        return accounts.find(actor.id()).orElseThrow(Problem::notFound);
    }

    @SignedIn(withFirstPassword = true)
    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Actor actor, HttpServletRequest request) {
        signingIn.signOut(actor);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @SignedIn(withFirstPassword = true)
    @PutMapping("/api/session/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choosePassword(
            @Valid @RequestBody PasswordChoice choice, Actor actor, HttpServletRequest request) {
        signingIn.choosePassword(actor, choice.current(), choice.replacement());
        HttpSession session = request.getSession(false);
        if (session != null) {
            OpenSession.remember(account(actor), session);
        }
    }
}
