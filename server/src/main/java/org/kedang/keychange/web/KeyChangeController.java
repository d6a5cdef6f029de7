package org.kedang.keychange.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.keychange.FieldGroup;
import org.kedang.keychange.KeyChecks;
import org.kedang.keychange.KeyChecks.KeyCheck;
import org.kedang.keychange.WaitingChanges;
import org.kedang.keychange.WaitingChanges.KeyChange;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Set;
import java.util.UUID;

@RestController
class KeyChangeController {
    record KeyCheckList(List<KeyCheck> items) {}

    record KeyChecksWanted(
            @NotNull(message = "required") Set<@NotNull(message = "required") FieldGroup> checked,
            @PlainText(max = 500, required = true, multiline = true) String reason) {}

    record CustomerKeyChangeList(List<KeyChange> items) {}

    private final KeyChecks checks;
    private final WaitingChanges waiting;

    KeyChangeController(KeyChecks checks, WaitingChanges waiting) {
        this.checks = checks;
        this.waiting = waiting;
    }

    /** Which key fields are checked; forms say so before anything is saved. */
    @SignedIn
    @GetMapping("/api/key-checks")
    KeyCheckList listChecks() {
        return new KeyCheckList(checks.list());
    }

    @Requires(Permission.PROCESS_MANAGE)
    @PutMapping("/api/key-checks")
    KeyCheckList setChecks(@Valid @RequestBody KeyChecksWanted wanted, Actor actor) {
        return new KeyCheckList(checks.set(actor, wanted.checked(), wanted.reason()));
    }

    /** Changes of the customer that wait for their check. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/key-changes")
    CustomerKeyChangeList listChanges(@PathVariable UUID id, Actor actor) {
        return new CustomerKeyChangeList(waiting.list(actor, id));
    }
}
