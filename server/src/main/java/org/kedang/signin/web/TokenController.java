package org.kedang.signin.web;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.kedang.signin.Tokens;
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
import java.util.Set;
import java.util.UUID;

@RestController
class TokenController {
    record TokenRequest(
            @PlainText(max = 60, required = true) String name,
            int days,
            @Nullable Set<Permission> scopes) {
        Tokens.Wish wish() {
            return new Tokens.Wish(name, days, scopes);
        }
    }

    record TokenList(List<Tokens.TokenView> items) {}

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @SignedIn
    @StepUp
    @PostMapping("/api/tokens")
    ResponseEntity<Tokens.NewToken> issue(@Valid @RequestBody TokenRequest request, Actor actor) {
        return shownOnce("/api/tokens/", tokens.issue(actor, request.wish()));
    }

    private static ResponseEntity<Tokens.NewToken> shownOnce(String place, Tokens.NewToken token) {
        return ResponseEntity.created(URI.create(place + token.id()))
                .header("Cache-Control", "no-store")
                .body(token);
    }

    @SignedIn
    @GetMapping("/api/tokens")
    TokenList list(Actor actor) {
        return new TokenList(tokens.list(actor));
    }

    @SignedIn
    @DeleteMapping("/api/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Actor actor) {
        tokens.revoke(actor, id);
    }

    @SignedIn
    @StepUp
    @PostMapping("/api/service-accounts/{account}/tokens")
    ResponseEntity<Tokens.NewToken> issueFor(
            @PathVariable UUID account, @Valid @RequestBody TokenRequest request, Actor actor) {
        return shownOnce(
                "/api/service-accounts/" + account + "/tokens/",
                tokens.issueFor(actor, account, request.wish()));
    }

    @SignedIn
    @GetMapping("/api/service-accounts/{account}/tokens")
    TokenList listFor(@PathVariable UUID account, Actor actor) {
        return new TokenList(tokens.listFor(actor, account));
    }

    @SignedIn
    @DeleteMapping("/api/service-accounts/{account}/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeFor(@PathVariable UUID account, @PathVariable UUID id, Actor actor) {
        tokens.revokeFor(actor, account, id);
    }
}
