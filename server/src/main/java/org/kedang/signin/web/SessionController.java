package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.kedang.signin.ChoosingPassword;
import org.kedang.signin.SecondSteps;
import org.kedang.signin.Sessions;
import org.kedang.signin.SigningIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

    record Code(
            @NotNull(message = "required") @Size(max = 40, message = "too-long:40") String code) {}

    /** What must follow a right password, and the ways in which it can. */
    record HalfWay(String next, List<String> ways) {}

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

    record Session(
            SessionPerson person,
            boolean mustChangePassword,
            boolean mustSetUpSecondStep,
            List<Sessions.NewSignIn> newSignIns,
            boolean demo) {}

    private final SigningIn signingIn;
    private final ChoosingPassword choosingPassword;
    private final SecondSteps secondSteps;
    private final Sessions sessions;
    private final SessionDoor door;
    private final Accounts accounts;
    private final Directory directory;
    private final boolean demo;

    SessionController(
            SigningIn signingIn,
            ChoosingPassword choosingPassword,
            SecondSteps secondSteps,
            Sessions sessions,
            SessionDoor door,
            Accounts accounts,
            Directory directory,
            @Value("${kedang.demo:false}") boolean demo) {
        this.signingIn = signingIn;
        this.choosingPassword = choosingPassword;
        this.secondSteps = secondSteps;
        this.sessions = sessions;
        this.door = door;
        this.accounts = accounts;
        this.directory = directory;
        this.demo = demo;
    }

    /** 204 when signed in; 202 when a second step must follow. */
    @Anyone
    @PostMapping("/api/session")
    ResponseEntity<HalfWay> signIn(
            @Valid @RequestBody SignIn signIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signingIn.signIn(
                signIn.username(), signIn.password(), door.origin(request))) {
            case SigningIn.Progress.In in -> {
                door.open(in.account(), "PASSWORD", request, response);
                yield ResponseEntity.noContent().build();
            }
            case SigningIn.Progress.HalfWay half -> {
                door.openHalf(half.person(), request);
                yield ResponseEntity.accepted().body(new HalfWay("SECOND_STEP", half.ways()));
            }
            case SigningIn.Progress.Proved proved ->
                    throw new IllegalStateException("A sign-in opens a session");
        };
    }

    @Anyone
    @PostMapping("/api/session/second-step")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void secondStep(
            @Valid @RequestBody Code code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account account =
                signingIn.secondStep(door.halfWay(request), code.code(), door.origin(request));
        door.open(account, "PASSWORD+CODE", request, response);
    }

    @SignedIn(withFirstPassword = true)
    @GetMapping("/api/session")
    Session whoAmI(Actor actor, HttpServletRequest request) {
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
        return new Session(
                person,
                account.mustChangePassword(),
                secondSteps.isOwed(account),
                sessions.listNew(actor, SessionDoor.current(request)),
                demo);
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
        choosingPassword.choose(
                actor, choice.current(), choice.replacement(), SessionDoor.current(request));
        HttpSession session = request.getSession(false);
        if (session != null) {
            door.remember(account(actor), session);
        }
    }
}
