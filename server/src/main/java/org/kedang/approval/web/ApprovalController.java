package org.kedang.approval.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Card;
import org.kedang.approval.Cards;
import org.kedang.approval.Copying;
import org.kedang.approval.Following;
import org.kedang.approval.Inbox;
import org.kedang.approval.InboxLine;
import org.kedang.approval.NewRequest;
import org.kedang.approval.Submitting;
import org.kedang.form.FormValues;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Requests and the inbox. */
@RestController
class ApprovalController {
    record ApprovalSubmission(
            @NotNull(message = "required") @Size(max = 60, message = "too-long:60") String type,
            @NotNull(message = "required") @Size(max = 100, message = "too-many:100")
                    Map<String, Object> fields,
            @PlainText(max = 1000, required = true, multiline = true) String reason,
            @Nullable @Size(max = 20, message = "too-many:20")
                    Map<String, @Size(max = 50, message = "too-many:50") List<UUID>> chosen) {
        NewRequest wish() {
            return new NewRequest(
                    type,
                    new FormValues(fields),
                    reason,
                    Objects.requireNonNullElse(chosen, Map.of()));
        }
    }

    /** What was submitted; its card is asked for where it is shown. */
    record ApprovalSubmitted(UUID id, String number, String title) {}

    record ApprovalReason(
            @PlainText(max = 1000, required = true, multiline = true) String reason) {}

    record ApprovalCopies(
            @NotEmpty(message = "required") @Size(max = 50, message = "too-many:50")
                    List<@NotNull(message = "required") UUID> people) {}

    private final Submitting submitting;
    private final Following following;
    private final Copying copying;
    private final Inbox inbox;
    private final Cards cards;

    ApprovalController(
            Submitting submitting, Following following, Copying copying, Inbox inbox, Cards cards) {
        this.submitting = submitting;
        this.following = following;
        this.copying = copying;
        this.inbox = inbox;
        this.cards = cards;
    }

    /** One of the four lists of one's own, the newest first. */
    @SignedIn
    @GetMapping("/api/approvals")
    Listing<InboxLine> list(
            @RequestParam(defaultValue = "TODO") Inbox.Box box,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String type,
            Paging paging,
            Actor actor) {
        return inbox.list(actor, box, q, type, paging);
    }

    @SignedIn
    @GetMapping("/api/approvals/count")
    Inbox.Count count(Actor actor) {
        return inbox.count(actor);
    }

    @SignedIn
    @PostMapping("/api/approvals")
    ResponseEntity<ApprovalSubmitted> submit(
            @Valid @RequestBody ApprovalSubmission request, Actor actor) {
        Submitting.Submitted kept = submitting.submit(actor, request.wish());
        return ResponseEntity.created(URI.create("/api/approvals/" + kept.id()))
                .body(new ApprovalSubmitted(kept.id(), kept.number(), kept.title()));
    }

    @SignedIn
    @GetMapping("/api/approvals/{id}")
    Card read(@PathVariable UUID id, Actor actor) {
        return cards.read(actor, id);
    }

    /** Submits a returned request again; its type stays. */
    @SignedIn
    @PostMapping("/api/approvals/{id}/resubmit")
    Card resubmit(
            @PathVariable UUID id, @Valid @RequestBody ApprovalSubmission request, Actor actor) {
        submitting.resubmit(actor, id, request.wish());
        return cards.read(actor, id);
    }

    @SignedIn
    @PostMapping("/api/approvals/{id}/withdraw")
    Card withdraw(@PathVariable UUID id, @Valid @RequestBody ApprovalReason request, Actor actor) {
        following.withdraw(actor, id, request.reason());
        return cards.read(actor, id);
    }

    @SignedIn
    @PostMapping("/api/approvals/{id}/urge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void urge(@PathVariable UUID id, Actor actor) {
        following.urge(actor, id);
    }

    @SignedIn
    @PostMapping("/api/approvals/{id}/copies")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void copy(@PathVariable UUID id, @Valid @RequestBody ApprovalCopies request, Actor actor) {
        copying.copy(actor, id, request.people());
    }

    @Requires(Permission.PROCESS_MANAGE)
    @StepUp
    @PostMapping("/api/approvals/{id}/terminate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void terminate(@PathVariable UUID id, @Valid @RequestBody ApprovalReason request, Actor actor) {
        following.terminate(actor, id, request.reason());
    }
}
