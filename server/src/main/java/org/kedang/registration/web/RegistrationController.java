package org.kedang.registration.web;

import jakarta.validation.Valid;

import org.kedang.approval.Submitting.Submitted;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.registration.AskingRegistration;
import org.kedang.registration.RegistrationAct;
import org.kedang.registration.RegistrationRecords;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
class RegistrationController {
    /** The request that was submitted. */
    record RegistrationAsked(UUID id, String number) {}

    record RegistrationBatchResult(List<AskingRegistration.Line> items) {}

    private final RegistrationRecords records;
    private final AskingRegistration asking;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Audit audit;

    RegistrationController(
            RegistrationRecords records,
            AskingRegistration asking,
            ReachingCustomers reaching,
            Visibilities visibilities,
            Audit audit) {
        this.records = records;
        this.asking = asking;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    /** Customers by how far they are put on record, the longest overdue first. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/registrations")
    Listing<RegistrationRecords.View> list(
            @RequestParam(defaultValue = "OPEN") RegistrationRecords.Filter state,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "false") boolean mine,
            Paging paging,
            Actor actor) {
        Listing<RegistrationRecords.View> found =
                records.list(
                        state,
                        overdue,
                        mine ? actor.id() : null,
                        paging,
                        visibilities.of(actor, Permission.CUSTOMER_READ));
        audit.recordRead(Entry.of(actor, RegistrationAct.LISTED));
        return found;
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/registration")
    RegistrationRecords.View get(@PathVariable UUID id, Actor actor) {
        CustomerSummary customer = reaching.get(actor, id);
        audit.recordRead(
                Entry.of(actor, RegistrationAct.READ)
                        .subject("customer", id, customer.name())
                        .customer(id));
        return records.get(id);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{id}/registration/requests")
    ResponseEntity<RegistrationAsked> ask(
            @PathVariable UUID id, @Valid @RequestBody AskingRegistration.Asked wish, Actor actor) {
        Submitted kept = asking.ask(actor, id, wish);
        return ResponseEntity.created(URI.create("/api/approvals/" + kept.id()))
                .body(new RegistrationAsked(kept.id(), kept.number()));
    }

    /** Asks for many at once; the answer tells of each what became of it. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/registrations/requests")
    RegistrationBatchResult askMany(
            @Valid @RequestBody AskingRegistration.Batch batch, Actor actor) {
        return new RegistrationBatchResult(asking.askMany(actor, batch));
    }
}
