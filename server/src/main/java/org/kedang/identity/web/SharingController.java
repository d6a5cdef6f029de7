package org.kedang.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.OverseeingShares;
import org.kedang.identity.Shareable.Kind;
import org.kedang.identity.Sharing;
import org.kedang.identity.Sharing.SharedThing;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/explicit-grants")
class SharingController {
    /** One of person and department is given. */
    record ShareRequest(
            @NotNull(message = "required") Kind kind,
            @NotNull(message = "required") UUID thing,
            @Nullable UUID personId,
            @Nullable UUID departmentId,
            boolean mayEdit,
            @NotNull(message = "required") Instant validUntil,
            @PlainText(max = 500, required = true, multiline = true) String reason) {

        Sharing.Wish wish() {
            return new Sharing.Wish(
                    kind, thing, personId, departmentId, mayEdit, validUntil, reason);
        }
    }

    record EndShareRequest(@Nullable @PlainText(max = 500, multiline = true) String reason) {}

    record NewShare(UUID id) {}

    record SharedThings(List<SharedThing> items) {}

    private final Sharing sharing;
    private final OverseeingShares overseeing;

    SharingController(Sharing sharing, OverseeingShares overseeing) {
        this.sharing = sharing;
        this.overseeing = overseeing;
    }

    /** All of them, those that ended too, for the security officer; not what the things are. */
    @Requires(Permission.ROLE_GRANT)
    @GetMapping("/overview")
    Listing<OverseeingShares.ShareLine> overviewOfShares(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) OverseeingShares.@Nullable State state,
            Paging paging,
            Actor actor) {
        return overseeing.list(actor, new OverseeingShares.Filter(q, kind, state), paging);
    }

    /** Opens one customer or dossier to a person or department, up to an end. */
    @Requires(Permission.ACCESS_GRANT)
    @PostMapping
    ResponseEntity<NewShare> share(@Valid @RequestBody ShareRequest request, Actor actor) {
        UUID id = sharing.share(actor, request.wish());
        return ResponseEntity.created(URI.create("/api/explicit-grants/" + id))
                .body(new NewShare(id));
    }

    /** To whom a thing is open now, for who may open it to others. */
    @Requires(Permission.ACCESS_GRANT)
    @GetMapping
    SharedThings listShares(@RequestParam Kind kind, @RequestParam UUID thing, Actor actor) {
        return new SharedThings(sharing.listOfThing(actor, kind, thing));
    }

    /** What is open to a person now, for that person and for the security officer. */
    @SignedIn
    @GetMapping("/people/{personId}")
    SharedThings listSharesOfPerson(@PathVariable UUID personId, Actor actor) {
        return new SharedThings(sharing.listOfPerson(actor, personId));
    }

    /** Ends one before its time. */
    @SignedIn
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endShare(@PathVariable UUID id, @Valid @RequestBody EndShareRequest request, Actor actor) {
        sharing.end(actor, id, request.reason());
    }
}
