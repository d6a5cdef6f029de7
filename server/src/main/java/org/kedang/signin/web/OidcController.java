package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Account;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Anyone;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.kedang.signin.IdentityLinks;
import org.kedang.signin.SigningIn;
import org.kedang.signin.SigningInByOidc;
import org.kedang.signin.SigningInByOidc.Asked;
import org.kedang.signin.SigningInByOidc.Outcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Sign-in at the OpenID provider: the browser itself goes there and comes back. */
@RestController
class OidcController {
    private static final Pattern OUR_PAGE = Pattern.compile("/(?!/)[A-Za-z0-9/._~?=&%+,:-]{0,500}");

    private static final String MARK = "KEDANG_OIDC";

    /** Ways to sign in besides the password. */
    record SignInWays(@Nullable String oidc) {}

    record Destination(String location) {}

    record IdentityLinkList(List<IdentityLinks.LinkView> items) {}

    record Subject(@PlainText(max = 255, required = true) String subject) {}

    private final SigningInByOidc oidc;
    private final SigningIn signingIn;
    private final IdentityLinks links;
    private final SessionDoor door;

    OidcController(
            SigningInByOidc oidc, SigningIn signingIn, IdentityLinks links, SessionDoor door) {
        this.door = door;
        this.oidc = oidc;
        this.signingIn = signingIn;
        this.links = links;
    }

    @Anyone
    @GetMapping("/api/session/ways")
    SignInWays ways() {
        return new SignInWays(oidc.button().orElse(null));
    }

    @Anyone
    @GetMapping("/api/session/oidc")
    ResponseEntity<Void> begin(
            @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        try {
            Asked asked = oidc.beginSignIn(here(), isOurs(back) ? back : "/");
            return redirect(asked.location(), mark(asked.mark(), request));
        } catch (Problem problem) {
            return refused(problem, request);
        }
    }

    /** The browser keeps the mark even though it comes back from another site: hence lax. */
    @Anyone
    @GetMapping("/api/session/oidc/callback")
    ResponseEntity<Void> finish(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @CookieValue(name = MARK, required = false) @Nullable String mark,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return switch (oidc.finish(mark, state, code, door.origin(request).connection(null))) {
                case Outcome.Linked linked -> redirect("/me?linked=1", mark("", request));
                case Outcome.Proved proved -> {
                    Account account =
                            signingIn.admit(proved.person(), "OIDC", door.origin(request));
                    door.open(account, "OIDC", request, response);
                    yield redirect(proved.back(), mark("", request));
                }
            };
        } catch (Problem problem) {
            return refused(problem, request);
        }
    }

    private static boolean isOurs(String page) {
        return OUR_PAGE.matcher(page).matches();
    }

    private static String here() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static ResponseEntity<Void> refused(Problem problem, HttpServletRequest request) {
        return redirect("/sign-in?refused=" + problem.type().slug(), mark("", request));
    }

    private static ResponseEntity<Void> redirect(String location, ResponseCookie mark) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.SET_COOKIE, mark.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(URI.create(location))
                .build();
    }

    private static ResponseCookie mark(String value, HttpServletRequest request) {
        return ResponseCookie.from(MARK, value)
                .path("/api/session/oidc")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofMinutes(5))
                .build();
    }

    @SignedIn
    @GetMapping("/api/identities")
    IdentityLinkList list(Actor actor) {
        return new IdentityLinkList(links.list(actor));
    }

    /** Answers where the browser must go to show the identity that is to be linked. */
    @SignedIn
    @StepUp
    @PostMapping("/api/identities")
    ResponseEntity<Destination> link(Actor actor, HttpServletRequest request) {
        Asked asked = oidc.beginLinking(actor, here());
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, mark(asked.mark(), request).toString())
                .body(new Destination(asked.location()));
    }

    @SignedIn
    @StepUp
    @DeleteMapping("/api/identities/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable UUID id, Actor actor) {
        links.unlink(actor, id);
    }

    @Requires(Permission.PERSON_MANAGE)
    @StepUp
    @PostMapping("/api/people/{id}/identities")
    ResponseEntity<Void> linkFor(
            @PathVariable UUID id, @Valid @RequestBody Subject request, Actor actor) {
        UUID link = links.linkFor(actor, id, request.subject());
        return ResponseEntity.created(URI.create("/api/identities/" + link)).build();
    }
}
