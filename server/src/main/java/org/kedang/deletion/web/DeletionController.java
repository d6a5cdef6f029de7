package org.kedang.deletion.web;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.kedang.deletion.Deletion;
import org.kedang.deletion.DeletionRegister;
import org.kedang.deletion.Deletions;
import org.kedang.deletion.ExecutingDeletions;
import org.kedang.deletion.RegisterEntry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

@RestController
class DeletionController {
    @Schema(name = "CustomerDeletionDone")
    record Done(String number) {}

    @Schema(name = "CustomerDeletionAbandoned")
    record Abandoned(@PlainText(max = 500, required = true, multiline = true) String reason) {}

    @Schema(name = "DeletionCheck")
    record Check(
            @PlainText(max = 200, required = true) String name,
            @Nullable @PlainText(max = 40) String code) {}

    @Schema(name = "DeletionChecked")
    record Checked(boolean same) {}

    private final Deletions deletions;
    private final ExecutingDeletions executing;
    private final DeletionRegister register;

    DeletionController(
            Deletions deletions, ExecutingDeletions executing, DeletionRegister register) {
        this.deletions = deletions;
        this.executing = executing;
        this.register = register;
    }

    @Requires(Permission.DELETION_READ)
    @GetMapping("/api/deletions")
    Listing<Deletion> list(
            @RequestParam(required = false) Deletion.@Nullable State state, Paging paging) {
        return deletions.list(state, paging);
    }

    @Requires(Permission.CUSTOMER_ERASE)
    @GetMapping("/api/deletions/{id}/outlook")
    ExecutingDeletions.Outlook look(@PathVariable UUID id, Actor actor) {
        return executing.look(actor, id);
    }

    /** Deletes the customer for good; whoever does it proves who he is. */
    @Requires(Permission.CUSTOMER_ERASE)
    @StepUp
    @PostMapping("/api/deletions/{id}/execution")
    Done execute(@PathVariable UUID id, Actor actor) {
        return new Done(executing.execute(actor, id));
    }

    @Requires(Permission.CUSTOMER_ERASE)
    @PostMapping("/api/deletions/{id}/abandonment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandon(@PathVariable UUID id, @Valid @RequestBody Abandoned request, Actor actor) {
        executing.abandon(actor, id, request.reason());
    }

    @Requires(Permission.DELETION_READ)
    @GetMapping("/api/deletion-register")
    Listing<RegisterEntry> register(
            @RequestParam(required = false) @Nullable @PlainText(max = 40) String q,
            Paging paging,
            Actor actor) {
        return register.list(actor, q, paging);
    }

    /** Whether a line is about the customer of this name and code. */
    @Requires(Permission.DELETION_READ)
    @PostMapping("/api/deletion-register/{id}/check")
    Checked check(@PathVariable UUID id, @Valid @RequestBody Check request, Actor actor) {
        return new Checked(register.isOf(actor, id, request.name(), request.code()));
    }
}
