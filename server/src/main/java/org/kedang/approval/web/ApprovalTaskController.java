package org.kedang.approval.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Deciding;
import org.kedang.approval.DecidingInBulk;
import org.kedang.approval.Signers;
import org.kedang.kernel.Actor;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** One's own part in a request. */
@RestController
class ApprovalTaskController {
    record ApprovalOpinion(@Nullable @PlainText(max = 1000, multiline = true) String opinion) {}

    record ApprovalRefusal(
            @PlainText(max = 1000, required = true, multiline = true) String opinion) {}

    /** Without a step it goes back to the requester. */
    record ApprovalReturn(
            @Nullable @Size(max = 40, message = "too-long:40") String step,
            @PlainText(max = 1000, required = true, multiline = true) String opinion) {}

    record ApprovalHandOver(
            @NotNull(message = "required") UUID person,
            @Nullable @PlainText(max = 1000, multiline = true) String reason) {}

    record ApprovalSigner(
            @NotNull(message = "required") UUID person,
            boolean before,
            @Nullable @PlainText(max = 1000, multiline = true) String reason) {}

    record ApprovalBatch(
            @NotEmpty(message = "required") @Size(max = 50, message = "too-many:50")
                    List<@NotNull(message = "required") UUID> tasks,
            @Nullable @PlainText(max = 1000, multiline = true) String opinion) {}

    record ApprovalOutcomeList(List<DecidingInBulk.TaskOutcome> items) {}

    private final Deciding deciding;
    private final DecidingInBulk bulk;
    private final Signers signers;

    ApprovalTaskController(Deciding deciding, DecidingInBulk bulk, Signers signers) {
        this.deciding = deciding;
        this.bulk = bulk;
        this.signers = signers;
    }

    /** Some types demand a fresh proof of who approves: {@code step-up-required}. */
    @SignedIn
    @PostMapping("/api/approval-tasks/{id}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable UUID id, @Valid @RequestBody ApprovalOpinion request, Actor actor) {
        deciding.approveProven(actor, id, request.opinion());
    }

    /**
     * Agrees to several of one type; each stands for itself, and the answer tells what came of it.
     */
    @SignedIn
    @PostMapping("/api/approval-tasks/approve-all")
    ApprovalOutcomeList approveAll(@Valid @RequestBody ApprovalBatch request, Actor actor) {
        return new ApprovalOutcomeList(bulk.approveAll(actor, request.tasks(), request.opinion()));
    }

    @SignedIn
    @PostMapping("/api/approval-tasks/{id}/reject")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(@PathVariable UUID id, @Valid @RequestBody ApprovalRefusal request, Actor actor) {
        deciding.reject(actor, id, request.opinion());
    }

    @SignedIn
    @PostMapping("/api/approval-tasks/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable UUID id, @Valid @RequestBody ApprovalReturn request, Actor actor) {
        deciding.giveBack(actor, id, request.step(), request.opinion());
    }

    @SignedIn
    @PostMapping("/api/approval-tasks/{id}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(
            @PathVariable UUID id, @Valid @RequestBody ApprovalHandOver request, Actor actor) {
        signers.transfer(actor, id, request.person(), request.reason());
    }

    @SignedIn
    @PostMapping("/api/approval-tasks/{id}/delegate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delegate(
            @PathVariable UUID id, @Valid @RequestBody ApprovalHandOver request, Actor actor) {
        signers.delegate(actor, id, request.person(), request.reason());
    }

    @SignedIn
    @PostMapping("/api/approval-tasks/{id}/signers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable UUID id, @Valid @RequestBody ApprovalSigner request, Actor actor) {
        signers.add(actor, id, request.person(), request.before(), request.reason());
    }

    /** Takes back a signer or an opinion that one asked for. */
    @SignedIn
    @DeleteMapping("/api/approval-tasks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Actor actor) {
        signers.remove(actor, id);
    }
}
