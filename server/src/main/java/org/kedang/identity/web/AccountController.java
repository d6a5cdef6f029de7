package org.kedang.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.ClosingPeople;
import org.kedang.identity.EditingPeople;
import org.kedang.identity.Employment;
import org.kedang.identity.MovingPeople;
import org.kedang.identity.OwnedThings;
import org.kedang.identity.PeopleInBulk;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
class AccountController {
    private static final int MOST_LISTED = 100;

    record PersonDetails(
            @PlainText(max = 60, required = true) String name,
            @NotNull(message = "required") UUID departmentId,
            @NotNull(message = "required") Employment employment,
            @Nullable
                    @Size(max = 255, message = "too-long:255")
                    @Pattern(regexp = "[^@\\s]+@[^@\\s]+", message = "mail")
                    String mail) {}

    record OwnedList(List<OwnedThings.OwnedThing> items) {}

    record Closing(@Nullable UUID handOverTo, @Nullable @PlainText(max = 200) String reason) {}

    record BulkRequest(
            @NotNull(message = "required") PeopleInBulk.Deed deed,
            @NotEmpty(message = "required") @Size(max = 200, message = "too-many:200")
                    List<UUID> ids,
            @Nullable UUID groupId) {}

    record BulkAnswer(List<PeopleInBulk.Outcome> items) {}

    record MovedThings(
            @PlainText(max = 40, required = true) String kind, @Nullable UUID handOverTo) {}

    record MoveSettlement(
            @NotNull(message = "required") UUID departmentId,
            @NotEmpty(message = "required") @Size(max = 20, message = "too-many:20")
                    List<@Valid MovedThings> shares,
            @PlainText(max = 500, required = true, multiline = true) String reason) {}

    private final EditingPeople editing;
    private final MovingPeople moving;
    private final ClosingPeople closing;
    private final PeopleInBulk bulk;

    AccountController(
            EditingPeople editing, MovingPeople moving, ClosingPeople closing, PeopleInBulk bulk) {
        this.editing = editing;
        this.moving = moving;
        this.closing = closing;
        this.bulk = bulk;
    }

    @Requires(Permission.PERSON_MANAGE)
    @GetMapping("/api/people/{id}/details")
    PersonDetails readDetails(@PathVariable UUID id) {
        EditingPeople.Details details = editing.find(id);
        return new PersonDetails(
                details.name(), details.departmentId(), details.employment(), details.mail());
    }

    @Requires(Permission.PERSON_MANAGE)
    @PutMapping("/api/people/{id}/details")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeDetails(
            @PathVariable UUID id, @Valid @RequestBody PersonDetails request, Actor actor) {
        editing.change(
                actor,
                id,
                new EditingPeople.Details(
                        request.name().strip(),
                        request.departmentId(),
                        request.employment(),
                        request.mail()));
    }

    @Requires(Permission.PERSON_MANAGE)
    @PostMapping("/api/people/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(@PathVariable UUID id, Actor actor) {
        editing.lock(actor, id);
    }

    @Requires(Permission.PERSON_MANAGE)
    @PostMapping("/api/people/{id}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable UUID id, Actor actor) {
        editing.reopen(actor, id);
    }

    /** Numbers only: who closes accounts sees no customer by that. */
    @Requires(Permission.PERSON_MANAGE)
    @GetMapping("/api/people/{id}/holdings")
    ClosingPeople.Holdings readHoldings(@PathVariable UUID id) {
        return closing.holdings(id);
    }

    /** The first hundred of one kind, by number only. */
    @Requires(Permission.PERSON_MANAGE)
    @GetMapping("/api/people/{id}/holdings/{kind}")
    OwnedList listOwned(@PathVariable UUID id, @PathVariable String kind) {
        return new OwnedList(closing.listOwned(id, kind, MOST_LISTED));
    }

    /** Decides, before the person changes department, who takes over what, and what is kept. */
    @Requires(Permission.PERSON_MANAGE)
    @StepUp
    @PostMapping("/api/people/{id}/move-settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settleMove(
            @PathVariable UUID id, @Valid @RequestBody MoveSettlement request, Actor actor) {
        moving.settle(
                actor,
                id,
                request.departmentId(),
                request.shares().stream()
                        .map(one -> new MovingPeople.Share(one.kind(), one.handOverTo()))
                        .toList(),
                request.reason().strip());
    }

    @Requires(Permission.PERSON_MANAGE)
    @StepUp
    @PostMapping("/api/people/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable Closing request,
            Actor actor) {
        closing.close(
                actor,
                id,
                request == null ? null : request.handOverTo(),
                request == null ? null : request.reason());
    }

    /** One deed on many; answers line by line and may hold new first passwords. */
    @Requires(Permission.PERSON_MANAGE)
    @StepUp
    @PostMapping("/api/people/bulk")
    ResponseEntity<BulkAnswer> actOnMany(@Valid @RequestBody BulkRequest request, Actor actor) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new BulkAnswer(
                                bulk.run(actor, request.deed(), request.ids(), request.groupId())));
    }
}
