package org.kedang.confirmation.web;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.confirmation.ConfirmationAct;
import org.kedang.confirmation.Confirmations;
import org.kedang.confirmation.ConfirmingRecords;
import org.kedang.confirmation.Round;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
class ConfirmationController {
    record ConfirmationRoundFound(@Nullable Round round) {}

    record ConfirmationResult(List<ConfirmingRecords.Line> items) {}

    private final Confirmations confirmations;
    private final ConfirmingRecords confirming;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Audit audit;

    ConfirmationController(
            Confirmations confirmations,
            ConfirmingRecords confirming,
            ReachingCustomers reaching,
            Visibilities visibilities,
            Audit audit) {
        this.confirmations = confirmations;
        this.confirming = confirming;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    /** This quarter's round. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/confirmations/round")
    ConfirmationRoundFound round() {
        return new ConfirmationRoundFound(confirmations.findRound().orElse(null));
    }

    /** Customers that are due, the longest untouched first. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/confirmations")
    Listing<Confirmations.Due> list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable UUID ownerId,
            @RequestParam(required = false) @Nullable UUID departmentId,
            @RequestParam(defaultValue = "false") boolean unchanged,
            Paging paging,
            Actor actor) {
        Listing<Confirmations.Due> found =
                confirmations.list(
                        new Confirmations.Filter(
                                mine ? actor.id() : ownerId, departmentId, unchanged),
                        paging,
                        visible(actor));
        audit.recordRead(Entry.of(actor, ConfirmationAct.LISTED));
        return found;
    }

    /** How many are confirmed, by department and by person. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/confirmations/coverage")
    Confirmations.Coverage coverage(
            @RequestParam(required = false) @Nullable UUID departmentId, Actor actor) {
        audit.recordRead(Entry.of(actor, ConfirmationAct.COVERAGE_READ));
        return confirmations.coverage(departmentId, visible(actor));
    }

    /** Confirms one or many; the answer tells of each what became of it. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/confirmations")
    ConfirmationResult confirm(@Valid @RequestBody ConfirmingRecords.Batch batch, Actor actor) {
        return new ConfirmationResult(confirming.confirm(actor, batch));
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/confirmation")
    Confirmations.Standing get(@PathVariable UUID id, Actor actor) {
        CustomerSummary customer = reaching.get(actor, id);
        audit.recordRead(
                Entry.of(actor, ConfirmationAct.READ)
                        .subject("customer", id, customer.name())
                        .customer(id));
        return confirmations.standing(id, actor.id());
    }

    private Visibility visible(Actor actor) {
        return visibilities.of(actor, Permission.CUSTOMER_READ);
    }
}
